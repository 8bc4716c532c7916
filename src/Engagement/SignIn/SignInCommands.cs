using Engagement.Common;

namespace Engagement.SignIn;

/// <summary>What may be asked of sessions and keys, once for each idempotency key. None of it is an event.</summary>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request, or by somebody else.</exception>
public sealed class SignInCommands(CommandRunner runner, Sessions sessions, ApiKeys keys, KeySecrets secrets)
{
    /// <summary>Makes a key, and gives it as its client has to send it. A repeat with the same idempotency key is given the same.</summary>
    public async Task<(ApiKey Key, string Text)> CreateApiKeyAsync(CreateApiKey command, CommandContext context, CancellationToken cancellationToken)
    {
        var now = runner.MomentOf(context);
        var key = new ApiKey(Guid.CreateVersion7(now), command.Name, command.Scopes, now, now + command.Length, RevokedAt: null, LastUsedAt: null);
        if (context.IdempotencyKey is null)
        {
            var secret = SecretToken.New();
            await WriteAsync(key.Id, secret);
            return (key, ApiKeys.TextOf(key.Id, secret));
        }

        var first = await WriteAsync(key.Id, secrets.Of(key.Id));
        return ((await keys.FindAsync(first.Id, cancellationToken))!, ApiKeys.TextOf(first.Id, secrets.Of(first.Id)));

        Task<FirstAnswer> WriteAsync(Guid id, string secret) => runner.WriteAsync(
            id,
            command with { By = context.ActorId },
            context,
            session =>
            {
                session.QueueSqlCommand(ApiKeys.Insert(key, secret));
                return Task.FromResult(1);
            },
            cancellationToken);
    }

    /// <summary>Ends a key for good. One that is revoked already stays so.</summary>
    /// <exception cref="ThingNotFoundException">There is no such key.</exception>
    public Task RevokeApiKeyAsync(RevokeApiKey command, CommandContext context, CancellationToken cancellationToken) => runner.WriteAsync(
        command.Id,
        command,
        context,
        async session =>
        {
            if (await keys.FindAsync(command.Id, cancellationToken) is null)
                throw new ThingNotFoundException("API key", command.Id);
            session.QueueSqlCommand(ApiKeys.Revoke(command.Id, runner.MomentOf(context)));
            return 1;
        },
        cancellationToken);

    /// <summary>Ends a session of a person; one of somebody else stays as it is.</summary>
    public Task EndSessionAsync(EndSession command, CommandContext context, CancellationToken cancellationToken) => runner.WriteAsync(
        command.SessionId,
        command,
        context,
        session =>
        {
            session.QueueSqlCommand(Sessions.End(command.SessionId, command.PersonId));
            return Task.FromResult(1);
        },
        cancellationToken);

    /// <summary>Ends every session of a person; says how many there were. A repeat ends none that began since, and is told the first number.</summary>
    public async Task<int> EndSessionsAsync(EndSessions command, CommandContext context, CancellationToken cancellationToken)
    {
        var first = await runner.WriteAsync(
            command.PersonId,
            command,
            context,
            async session =>
            {
                session.QueueSqlCommand(Sessions.EndAll(command.PersonId));
                return (await sessions.ListAsync(command.PersonId, cancellationToken)).Count;
            },
            cancellationToken);
        return first.Count ?? 0;
    }
}
