#pragma once

#include <QCoreApplication>
#include <QPointingDevice>
#include <QTabletEvent>
#include <QWidget>

inline const QPointingDevice &testPen(QPointingDevice::PointerType type)
{
    using Capability = QInputDevice::Capability;
    static const QPointingDevice pen(QStringLiteral("test pen"),
                                     1,
                                     QInputDevice::DeviceType::Stylus,
                                     QPointingDevice::PointerType::Pen,
                                     Capability::Position | Capability::Pressure,
                                     1,
                                     2,
                                     QString(),
                                     QPointingDeviceUniqueId::fromNumericId(42));
    static const QPointingDevice eraser(QStringLiteral("test eraser"),
                                        2,
                                        QInputDevice::DeviceType::Stylus,
                                        QPointingDevice::PointerType::Eraser,
                                        Capability::Position | Capability::Pressure,
                                        1,
                                        2,
                                        QString(),
                                        QPointingDeviceUniqueId::fromNumericId(43));
    return type == QPointingDevice::PointerType::Eraser ? eraser : pen;
}

/// A pen event at `at` (widget pixels). Returns whether the widget took it.
inline bool sendPen(QWidget &widget,
                    QEvent::Type type,
                    QPointF at,
                    qreal pressure,
                    QPointingDevice::PointerType pointer = QPointingDevice::PointerType::Pen)
{
    const bool isRelease = type == QEvent::TabletRelease;
    QTabletEvent event(type,
                       &testPen(pointer),
                       at,
                       widget.mapToGlobal(at),
                       pressure,
                       10,
                       -5,
                       0,
                       90,
                       0,
                       Qt::NoModifier,
                       type == QEvent::TabletMove ? Qt::NoButton : Qt::LeftButton,
                       isRelease ? Qt::NoButton : Qt::LeftButton);
    QCoreApplication::sendEvent(&widget, &event);
    return event.isAccepted();
}
