#pragma once

#include "model/base/random.h"
#include "sync/transport.h"

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <deque>
#include <functional>

/// Gives the listed answers in order and keeps what was asked; after the last answer the network
/// is gone.
class ScriptedTransport final : public Transport
{
public:
    using Answer = std::function<Result<HttpResponse, TransportError>(const HttpRequest &)>;

    void add(HttpResponse response)
    {
        m_answers.push_back([response](const HttpRequest &) { return response; });
    }
    void add(Answer answer) { m_answers.push_back(std::move(answer)); }

    Result<HttpResponse, TransportError> send(const HttpRequest &request) override
    {
        requests.append(request);
        if (m_answers.empty())
            return TransportError{TransportError::Kind::Unreachable,
                                  QStringLiteral("the script has ended")};
        const Answer answer = std::move(m_answers.front());
        m_answers.pop_front();
        return answer(request);
    }

    void cancel() override {}
    void resume() override {}

    std::size_t left() const { return m_answers.size(); }

    QList<HttpRequest> requests;

private:
    std::deque<Answer> m_answers;
};

/// Always the same bytes, over and over.
class FixedRandom final : public Random
{
public:
    explicit FixedRandom(std::vector<std::uint8_t> bytes)
        : m_bytes(std::move(bytes))
    {}

    void fill(std::span<std::uint8_t> out) override
    {
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = m_bytes[i % m_bytes.size()];
    }

private:
    std::vector<std::uint8_t> m_bytes;
};
