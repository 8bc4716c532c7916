using Engagement.Web.YouSaidWeDid;

namespace Engagement.Web.Staff.Loops;

/// <summary>Words that wait for a family reader.</summary>
public sealed record EntryToRead(string LoopId, int Version, FamilyReader? ApprovedBy, LoopWords Words);

/// <summary>What stands behind words that wait, for a reader who may see it.</summary>
public sealed record WordsContext(ThemeSummary Theme, LoopDecision? Decision, IReadOnlyList<LoopPromise> Commitments, LoopAction? Action);

public sealed record ThemeSummary(string Title, string Summary);

public sealed record AnswerLine(string Slug, EntryState State, string YouSaid, string WeDid, DateTimeOffset UpdatedAt);

public sealed record PublishedAnswer(
    string Id,
    string Slug,
    EntryState State,
    string YouSaid,
    string WeDid,
    DateTimeOffset PublishedAt,
    DateTimeOffset UpdatedAt,
    LoopDecision Decision,
    Commitment? Commitment,
    LoopAction? Action);

/// <summary>What has been said of a published answer, for a reader who may see it.</summary>
public sealed record AnswerSoFar(DateTimeOffset? ConfirmationAskedAt, LoopConfirmation Confirmation);

public sealed record EntryWithLoop(AnswerSoFar? Loop);
