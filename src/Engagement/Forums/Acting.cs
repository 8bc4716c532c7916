using Engagement.Common;

namespace Engagement.Forums;

/// <summary>Who acts, for rules that ask for a certain body, for two people, or for another than the author.</summary>
public sealed record Acting(Guid Id, string Role)
{
    private static readonly string[] CouncilRoles = ["participation-officer", "youth-participation-officer", "moderator", "administrator"];

    private const string PactRoles = "pact-";
    private const string SafeguardingLead = "safeguarding-lead";

    /// <summary>The body they act for: Kent PACT's own people have roles of their own. Null for families and for everyone else.</summary>
    public ForumOwner? Body => Role.StartsWith(PactRoles, StringComparison.Ordinal) ? ForumOwner.KentPact
        : CouncilRoles.Contains(Role) ? ForumOwner.Council
        : null;

    /// <summary>Why this person may not deal with safeguarding items; null when they may.</summary>
    internal Refusal? CheckSafeguardingLead() => Role == SafeguardingLead
        ? null
        : new Refusal("NOT_THE_SAFEGUARDING_LEAD", "Only the safeguarding lead can open this");

    /// <exception cref="RuleRefusedException">Nobody knows who asks.</exception>
    public static Acting From(CommandContext context) => context.ActorId is { } id
        ? new Acting(id, context.ActorRole)
        : throw new RuleRefusedException(new Refusal("ACTOR_REQUIRED", "Sign in, or come back with your receipt, to do this"));
}
