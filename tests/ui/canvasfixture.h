#pragma once

#include <QCoreApplication>
#include <QPointingDevice>
#include <QTabletEvent>
#include <QWidget>

inline const QPointingDevice &testPen(QPointingDevice::PointerType type)
{
    using Capability = QInputDevice::Capability;
    // Never freed: Qt's list of devices is gone before static objects are.
    const auto made = [](const QString &name, qint64 id, QPointingDevice::PointerType pointer) {
        return new QPointingDevice(name,
                                   id,
                                   QInputDevice::DeviceType::Stylus,
                                   pointer,
                                   Capability::Position | Capability::Pressure,
                                   1,
                                   2,
                                   QString(),
                                   QPointingDeviceUniqueId::fromNumericId(id));
    };
    static const QPointingDevice *const pen =
        made(QStringLiteral("test pen"), 1, QPointingDevice::PointerType::Pen);
    static const QPointingDevice *const eraser =
        made(QStringLiteral("test eraser"), 2, QPointingDevice::PointerType::Eraser);
    return type == QPointingDevice::PointerType::Eraser ? *eraser : *pen;
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
