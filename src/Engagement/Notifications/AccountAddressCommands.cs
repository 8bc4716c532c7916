using Engagement.Common;
using Engagement.Participants;
using Engagement.SignIn;
using EventStore;

namespace Engagement.Notifications;

/// <summary>Where whoever has an account is written to, also without having sent anything. Each command once for its idempotency key.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class AccountAddressCommands(
    CommandRunner runner,
    DocumentStore store,
    SubjectKeys subjectKeys,
    NotificationTokens tokens,
    NotificationReads reads,
    RecipientAddresses addresses,
    ParticipantReads participants,
    SignInLinks links,
    AddressQuestions questions,
    NotificationOptions options)
{
    /// <summary>
    /// Writes to somebody who has an account at this address from now on, of consultations for them to begin with. The one that they sign in with is known to be
    /// theirs; any other is asked first, and has choices of its own: whoever names a stranger's address learns and changes nothing of theirs.
    /// </summary>
    /// <param name="participant">Whose account; null for whoever has none.</param>
    /// <param name="command">Where to.</param>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task GiveAsync(Guid? participant, GiveAddress command, CommandContext context, CancellationToken cancellationToken) => runner.WriteAsync(
        Guid.Empty,
        command,
        context.Unnamed(),
        async session =>
        {
            if (!options.IsOffered)
                throw new RuleRefusedException(NotificationRefusals.NotOffered);
            if (participant is not { } person || await subjectKeys.FindAsync(person, cancellationToken) is not { } key)
                throw new RuleRefusedException(NotificationRefusals.NoAccount);
            var own = await links.AddressOfAsync(person, cancellationToken);
            if ((string.IsNullOrWhiteSpace(command.Address) ? own : EmailAddress.Normalise(command.Address)) is not { } address)
                throw new RuleRefusedException(NotificationRefusals.AddressWrong);
            if (NotificationLanguage.Find(command.Language) is null)
                throw new RuleRefusedException(NotificationRefusals.NoSuchLanguage);
            // After what is wrong with the address, so that nobody allows it first for one that is refused.
            if (!await participants.AllowsAsync(person, Permission.Contact, cancellationToken))
                throw new RuleRefusedException(NotificationRefusals.ContactNotAllowed);
            if (address != own)
                await questions.SpendAsync(address, cancellationToken);

            var hash = address == own ? tokens.HashOfAddress(address) : tokens.HashOfAccountAddress(person, address);
            var given = await reads.FindGivenAddressAsync(person, cancellationToken);
            var same = await reads.FindByAddressAsync(hash, cancellationToken);
            var now = runner.MomentOf(context);
            var recipient = given?.Id ?? same ?? Guid.CreateVersion7(now);
            var isNew = given is not null && !given.Hash.AsSpan().SequenceEqual(hash);
            // What others named the old address for does not follow to the new one.
            if (isNew)
                session.QueueSqlCommand(NotificationAddresses.ForgetUnconfirmed(DateTimeOffset.MaxValue, recipient));
            if (same is { } other && other != recipient)
            {
                foreach (var move in AccountRows.Join(other, recipient))
                    session.QueueSqlCommand(move);
            }

            foreach (var follow in await AccountRows.SealAgainAsync(store, subjectKeys, [recipient, same ?? recipient], address, cancellationToken))
                session.QueueSqlCommand(follow);
            session.QueueSqlCommand(AccountRows.Give(recipient, tokens.HashOfOwner(person), hash, addresses.Seal(recipient, key, address), address == own, command, now));
            session.QueueSqlCommand(AddressQuestions.Ask(hash, isNew, now));
            return 1;
        },
        cancellationToken);
}
