using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.SignIn;
using Engagement.Charter;
using Engagement.Common;
using Engagement.InclusionStatements;
using GraphQL;

namespace Engagement.Api.InclusionStatements;

/// <summary>A document in which partners commit themselves to inclusion.</summary>
[ObjectType<StatementDocument>, GraphQLIgnore(nameof(StatementDocument.Claims), nameof(StatementDocument.Rejected)), Node, Authorize(Permissions.ReadCharter)]
public static partial class StatementDocumentNode
{
    [NodeResolver, Authorize(Permissions.ReadCharter)]
    public static Task<StatementDocument?> LoadAsync(Guid id, StatementReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>What it says, with whether there is evidence that it is kept, in the order of the document.</summary>
    [BindMember(nameof(StatementDocument.Statements))]
    public static IReadOnlyList<StatementStanding> GetStatements([Parent] StatementDocument document, [Spread] StatementFilter filter, TimeProvider clock) =>
        document.StandingOn(clock.LondonToday(), filter);
}

/// <summary>A statement with how it stands today.</summary>
[ObjectType<StatementStanding>, GraphQLName("InclusionStatement"), GraphQLIgnore(nameof(StatementStanding.Statement)), Authorize(Permissions.ReadCharter)]
public static partial class StatementStandingNode
{
    /// <summary>What evidence names it by, within its document.</summary>
    public static string GetKey([Parent] StatementStanding one) => one.Statement.Key;

    /// <summary>What is promised, in a short form that is ours; the document has its words.</summary>
    public static string GetText([Parent] StatementStanding one) => one.Statement.Text;

    /// <summary>To whom.</summary>
    public static StatementAudience GetAudience([Parent] StatementStanding one) => one.Statement.Audience;

    /// <summary>Where it is to be kept.</summary>
    public static StatementLevel GetLevel([Parent] StatementStanding one) => one.Statement.Level;

    /// <summary>Where in the document it stands.</summary>
    public static string GetWhere([Parent] StatementStanding one) => one.Statement.Where;

    /// <summary>What can show that it is kept: records of these kinds are proposed.</summary>
    public static IReadOnlyList<EvidenceKind> GetKinds([Parent] StatementStanding one) => one.Statement.Kinds;
}

/// <summary>What happened, given as evidence that a statement is kept.</summary>
[ObjectType<StatementClaim>, GraphQLIgnore(nameof(StatementClaim.By)), Authorize(Permissions.ReadCharter)]
public static partial class StatementClaimNode
{
    /// <summary>The evidence, as it was given.</summary>
    [ID]
    public static Guid GetId([Parent] StatementClaim claim) => claim.Id;

    /// <summary>How it stands today.</summary>
    [BindMember(nameof(StatementClaim.State))]
    public static ClaimState GetState([Parent] StatementClaim claim, TimeProvider clock) => claim.On(clock.LondonToday());

    /// <summary>The organisation that gives it.</summary>
    [BindMember(nameof(StatementClaim.Organisation))]
    public static Organisation? GetOrganisation([Parent] StatementClaim claim) => Organisation.Find(claim.Organisation);

    /// <summary>The organisation whose representative looked at it last.</summary>
    [BindMember(nameof(StatementClaim.CheckedBy))]
    public static Organisation? GetCheckedBy([Parent] StatementClaim claim) => Organisation.Find(claim.CheckedBy);

    /// <summary>Whether you gave it: then somebody else looks at it.</summary>
    public static bool GetIsYours([Parent] StatementClaim claim, ClaimsPrincipal user) => claim.By is { } by && user.ActorId() == by;
}

/// <summary>Evidence that was proposed for a statement, and not taken.</summary>
[ObjectType<RejectedForStatement>, Authorize(Permissions.ReadCharter)]
public static partial class RejectedForStatementNode;
