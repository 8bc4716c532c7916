namespace Engagement.Common;

/// <summary>Who acts, for rules that ask for a certain body, for two people, or for another than the author.</summary>
public sealed record Acting(Guid Id, string Role)
{
    private static readonly string[] CouncilRoles = ["participation-officer", "youth-participation-officer", "moderator", "administrator"];

    private const string PactRoles = "pact-";
    private const string SafeguardingLead = "safeguarding-lead";

    /// <summary>Whether they act for Kent PACT, whose own people have roles of their own.</summary>
    public bool IsOfPact => Role.StartsWith(PactRoles, StringComparison.Ordinal);

    /// <summary>Whether they act for the council, and not for families or anybody else.</summary>
    public bool IsOfCouncil => CouncilRoles.Contains(Role);

    /// <summary>Why this person may not deal with safeguarding items; null when they may.</summary>
    internal Refusal? CheckSafeguardingLead() => Role == SafeguardingLead
        ? null
        : new Refusal("NOT_THE_SAFEGUARDING_LEAD", "Only the safeguarding lead can open this");

    /// <exception cref="RuleRefusedException">Nobody knows who asks.</exception>
    public static Acting From(CommandContext context) => context.ActorId is { } id
        ? new Acting(id, context.ActorRole)
        : throw new RuleRefusedException(new Refusal("ACTOR_REQUIRED", "Sign in, or come back with your receipt, to do this"));
}
