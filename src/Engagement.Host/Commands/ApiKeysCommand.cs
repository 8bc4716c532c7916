using System.CommandLine;
using System.CommandLine.Parsing;
using Engagement.Api.Authorization;
using Engagement.Api.SignIn;
using Engagement.Common;
using Engagement.SignIn;

namespace Engagement.Host.Commands;

/// <summary><c>engagement api-keys</c>: the keys of API clients.</summary>
internal static class ApiKeysCommand
{
    private const int MostDays = ApiKeys.MostDays;

    private static readonly CommandContext Context = new(Roles.Administrator);

    private static readonly Option<string> Name = new("--name") { Description = "Which client the key is for.", HelpName = "name", Required = true };

    private static readonly Option<string[]> ScopesOption = new("--scopes")
    {
        Description = $"What the client may do, separated by commas. There are: {string.Join(", ", Scopes.OfKeys)}.",
        HelpName = "scope,...",
        Required = true,
        CustomParser = ParseScopes,
    };

    private static readonly Option<long?> Days = Parsed.Number("--days", 1, $"How many days the key is good for, {MostDays} at most.", "number", usually: 90);

    private static readonly Argument<Guid> Id = new("id")
    {
        Description = "The key's id, as in the list.",
        CustomParser = result =>
        {
            if (!Guid.TryParse(result.Tokens[0].Value, out var id))
                result.AddError($"'{result.Tokens[0].Value}' is no id of a key. 'engagement api-keys list' shows them.");
            return id;
        },
    };

    public static Command Create()
    {
        var create = new TaughtCommand(
            "create", "Make a key, and print it. It is shown this once: only a hash of it is kept.",
            "api-keys create --name \"Council website\" --scopes metrics.read --days 30",
            "api-keys create --name \"Data warehouse\" --scopes analyst") { Name, ScopesOption, Days };
        create.SetStoreAction(CreateAsync, isRecorded: true);

        var list = new TaughtCommand("list", "Show all keys, the newest first, and when each was last used.", "api-keys list");
        list.SetStoreAction(ListAsync);

        var revoke = new TaughtCommand(
            "revoke", "End a key at once and for good. What is open with it is closed within seconds.", "api-keys revoke 0198c5a2-7d41-7c3e-9a55-0d7f3c1b2a10") { Id };
        revoke.SetStoreAction(RevokeAsync, isRecorded: true);

        return new Command("api-keys", "Make, show and revoke the keys of API clients.") { create, list, revoke };
    }

    private static async Task<int> CreateAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var days = command.GetValue(Days)!.Value;
        if (days > MostDays)
            throw new RefusedException($"A key is good for {MostDays} days at most. Make a new one before it ends.", ExitCode.Misused);

        var (key, text) = await platform.Services.GetRequiredService<SignInCommands>().CreateApiKeyAsync(
            new CreateApiKey(command.GetValue(Name)!.Trim(), command.GetValue(ScopesOption)!, TimeSpan.FromDays(days)), Context, cancellation);
        Console.Error.WriteLine($"The key {key.Id} is good until {Terminal.Moment(key.ExpiresAt)}. Keep what follows secret; it is not shown again. Send it as: Authorization: Bearer ...");
        Console.Out.WriteLine(text);
        return ExitCode.Done;
    }

    private static async Task<int> ListAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var keys = await platform.Services.GetRequiredService<ApiKeys>().ListAsync(cancellation);
        if (keys.Count == 0)
        {
            Console.Out.WriteLine("There are no keys. 'engagement api-keys create' makes one.");
            return ExitCode.Done;
        }

        var now = platform.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var table = new TextTable("ID", "NAME", "STATE", "EXPIRES", "LAST USED", "SCOPES");
        foreach (var key in keys)
        {
            var state = key.RevokedAt is not null ? "revoked" : key.IsGoodAt(now) ? "good" : "expired";
            table.Add(
                $"{key.Id}", key.Name, state, Terminal.Moment(key.ExpiresAt), key.LastUsedAt is { } used ? Terminal.Moment(used) : "never", string.Join(", ", key.Scopes));
        }

        table.WriteTo(Console.Out, Terminal.Width);
        return ExitCode.Done;
    }

    private static async Task<int> RevokeAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var id = command.GetValue(Id);
        try
        {
            await platform.Services.GetRequiredService<SignInCommands>().RevokeApiKeyAsync(new RevokeApiKey(id), Context, cancellation);
        }
        catch (ThingNotFoundException)
        {
            throw new RefusedException($"There is no key {id}. 'engagement api-keys list' shows them.");
        }

        Console.Out.WriteLine($"The key {id} is revoked.");
        return ExitCode.Done;
    }

    private static string[] ParseScopes(ArgumentResult argument)
    {
        string[] scopes = [.. argument.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];
        if (scopes.FirstOrDefault(scope => !Scopes.OfKeys.Contains(scope)) is { } unknown)
            argument.AddError($"There is no scope '{unknown}'. Use some of: {string.Join(", ", Scopes.OfKeys)}.");
        return scopes;
    }
}
