#include "app/cli/commandidentity.h"

#include "app/identityfile.h"
#include "app/options.h"
#include "app/profile.h"
#include "app/vaultaccess.h"
#include "sync/systemkeychain.h"

#include <QEventLoop>

#include <optional>

namespace {

/// A command has nothing else to do than to wait for the keychain's answer.
template <typename Answer>
Answer waitFor(const std::function<void(std::function<void(Answer)>)> &ask)
{
    std::optional<Answer> answer;
    QEventLoop loop;
    ask([&](Answer given) {
        answer = std::move(given);
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return std::move(*answer);
}

} // namespace

Result<std::shared_ptr<const ic::KeyIdentity>, CommandResult>
commandIdentity(CommandContext &context)
{
    if (!context.options.identityFile.isEmpty()) {
        auto identity = readIdentityFile(context.options.identityFile);
        if (!identity)
            return notFound(identity.error());
        return std::move(identity).value();
    }
    const auto id = profileId(context.store, context.profile.random());
    if (!id)
        return storeProblem(id.error());
    SystemKeychain keychain;
    IdentityVault vault(keychain, context.profile.folder(), id.value());
    using Answer = Result<IdentityVault::Kept, VaultError>;
    const Answer kept =
        waitFor<Answer>([&](std::function<void(Answer)> done) { vault.load(std::move(done)); });
    if (!kept)
        return CommandResult{ExitStatus::SignedOut, {}, {}, kept.error().userMessage()};
    auto identity = identityFromSeed(kept.value().seed);
    if (!identity)
        return CommandResult{
            ExitStatus::SignedOut,
            {},
            {},
            CommandLine::tr("The key of this profile is damaged. Import it again.")};
    return identity;
}

Result<Done, QString> keepIdentity(Profile &profile,
                                   DocumentStore &store,
                                   const ic::KeyIdentity &identity,
                                   IdentityVault::Place place)
{
    const auto id = profileId(store, profile.random());
    if (!id)
        return id.error().userMessage();
    SystemKeychain keychain;
    IdentityVault vault(keychain, profile.folder(), id.value());
    using Answer = Result<Done, VaultError>;
    const Answer kept = waitFor<Answer>([&](std::function<void(Answer)> done) {
        vault.keep(seedOf(identity), place, std::move(done));
    });
    if (!kept) {
        return kept.error().userMessage() + QLatin1Char(' ')
               + CommandLine::tr("With --keep file the key goes to a file in the profile that only "
                                 "you can read.");
    }
    return Done{};
}
