#include "app/tour/tourdriver.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <cstdio>

namespace {

void print(const QString &line)
{
    std::fputs((line + QLatin1Char('\n')).toUtf8().constData(), stdout);
    std::fflush(stdout);
}

void sendMouse(QWidget *target,
               QEvent::Type type,
               const QPoint &at,
               Qt::MouseButton button,
               Qt::MouseButtons held)
{
    QMouseEvent event(
        type, QPointF(at), target->mapToGlobal(QPointF(at)), button, held, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &event);
}

} // namespace

TourDriver::TourDriver(QString folder)
    : m_folder(std::move(folder))
{}

void TourDriver::step(const QString &name, const std::function<void()> &body)
{
    ++m_total;
    if (m_failed) {
        print(QStringLiteral("not tried  %1").arg(name));
        return;
    }
    m_stepFailed = false;
    QElapsedTimer timer;
    timer.start();
    body();
    const QString seconds = QString::number(double(timer.elapsed()) / 1000.0, 'f', 1);
    if (m_stepFailed) {
        m_failed = true;
        print(QStringLiteral("FAILED     %1 (%2 s): %3").arg(name, seconds, m_reason));
        return;
    }
    ++m_passed;
    print(QStringLiteral("ok         %1 (%2 s)").arg(name, seconds));
}

void TourDriver::fail(const QString &reason)
{
    if (!m_stepFailed)
        m_reason = reason;
    m_stepFailed = true;
}

bool TourDriver::waitFor(const QString &what,
                         const std::function<bool()> &condition,
                         std::chrono::milliseconds limit)
{
    if (m_stepFailed)
        return false;
    if (condition())
        return true;
    QEventLoop loop;
    QTimer look;
    QTimer end;
    bool holds = false;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        holds = condition();
        if (holds)
            loop.quit();
    });
    QObject::connect(&end, &QTimer::timeout, &loop, &QEventLoop::quit);
    look.start(20);
    end.start(limit);
    loop.exec();
    if (!holds)
        fail(QStringLiteral("%1 did not happen within %2 s").arg(what).arg(limit.count() / 1000));
    return holds;
}

void TourDriver::settle()
{
    for (int round = 0; round < 5; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    }
}

void TourDriver::type(QWidget *target, const QString &text)
{
    for (const QChar character : text) {
        if (character == QLatin1Char('\n')) {
            press(target, Qt::Key_Return);
            continue;
        }
        QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(character));
        QKeyEvent up(QEvent::KeyRelease, 0, Qt::NoModifier, QString(character));
        QCoreApplication::sendEvent(target, &down);
        QCoreApplication::sendEvent(target, &up);
    }
    settle();
}

void TourDriver::press(QWidget *target, int key, Qt::KeyboardModifiers modifiers)
{
    QKeyEvent down(QEvent::KeyPress, key, modifiers);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers);
    QCoreApplication::sendEvent(target, &down);
    QCoreApplication::sendEvent(target, &up);
    settle();
}

void TourDriver::drag(QWidget *target, const QList<QPoint> &path)
{
    sendMouse(target, QEvent::MouseButtonPress, path.first(), Qt::LeftButton, Qt::LeftButton);
    for (const QPoint &at : path)
        sendMouse(target, QEvent::MouseMove, at, Qt::NoButton, Qt::LeftButton);
    sendMouse(target, QEvent::MouseButtonRelease, path.last(), Qt::LeftButton, Qt::NoButton);
    settle();
}

void TourDriver::click(QWidget *target, const QPoint &at)
{
    drag(target, {at});
}

void TourDriver::picture(QWidget *window, const QString &name)
{
    settle();
    ++m_pictures;
    const QString file =
        QStringLiteral("%1-%2.png").arg(m_pictures, 2, 10, QLatin1Char('0')).arg(name);
    if (!window->grab().save(QDir(m_folder).filePath(file)))
        fail(QStringLiteral("the picture %1 could not be written").arg(file));
}

void TourDriver::finish()
{
    print(QStringLiteral("Pictures: %1").arg(QDir(m_folder).absolutePath()));
    print(QStringLiteral("%1 passed, %2 failed").arg(m_passed).arg(m_total - m_passed));
}
