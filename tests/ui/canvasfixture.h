#pragma once

#include "model/base/clock.h"
#include "model/base/random.h"
#include "model/drawing/element.h"

#include <QCoreApplication>
#include <QPointingDevice>
#include <QTabletEvent>
#include <QWidget>

/// Numbers that are the same in every run.
class CountingRandom final : public Random
{
public:
    explicit CountingRandom(quint32 seed = 1)
        : m_state(seed)
    {}
    void fill(std::span<std::uint8_t> bytes) override
    {
        for (std::uint8_t &byte : bytes) {
            m_state = m_state * 1664525U + 1013904223U;
            byte = std::uint8_t(m_state >> 24U);
        }
    }

private:
    quint32 m_state;
};

/// Stands still.
class FixedClock final : public Clock
{
public:
    UtcTime now() const override { return fromMilliseconds(1'700'000'000'000); }
    std::chrono::nanoseconds monotonic() const override { return std::chrono::nanoseconds(0); }
};

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
