#pragma once

#include <QList>
#include <QPoint>
#include <QString>

#include <chrono>
#include <functional>

class QWidget;

/// Hands and eyes of the tour: sends what a keyboard and a mouse would send, waits for what should
/// become true, takes pictures, keeps the record. The waits run the event loop; the program under
/// the tour does not know that it is watched.
class TourDriver
{
public:
    explicit TourDriver(QString folder);

    /// One step; what throws nothing and leaves no failure is ok. After a failure the others are
    /// skipped.
    void step(const QString &name, const std::function<void()> &body);
    /// Ends the step as failed, with the reason.
    void fail(const QString &reason);
    bool failed() const { return m_failed; }

    /// True once `condition` holds; fails the step if it does not within `limit`.
    bool waitFor(const QString &what,
                 const std::function<bool()> &condition,
                 std::chrono::milliseconds limit = std::chrono::seconds(20));
    /// Runs the event loop until nothing is posted any more.
    void settle();

    void type(QWidget *target, const QString &text);
    void press(QWidget *target, int key, Qt::KeyboardModifiers modifiers = {});
    void drag(QWidget *target, const QList<QPoint> &path);
    void click(QWidget *target, const QPoint &at);

    /// `window` as it is on the screen now; the name without number and ending.
    void picture(QWidget *window, const QString &name);

    /// The closing line on standard output.
    void finish();

private:
    QString m_folder;
    QString m_reason;
    bool m_failed = false;
    bool m_stepFailed = false;
    int m_pictures = 0;
    int m_passed = 0;
    int m_total = 0;
};
