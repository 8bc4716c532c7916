using Engagement.Web.Documents;

namespace Engagement.Web.Staff.Privacy;

/// <summary>A page of the access log.</summary>
public sealed record AccessLog(IReadOnlyList<AccessEntry> Nodes, PageInfo? PageInfo = null, int TotalCount = 0);

/// <summary>That somebody had access to what people said in confidence.</summary>
public sealed record AccessEntry(
    string Id, AccessKind Kind, DateTimeOffset At, string Role, AccessPerson? Actor, AccessConsultation? Consultation, int Count, string Purpose, string? Account = null);

public sealed record AccessPerson(string Id, bool IsYou);

public sealed record AccessConsultation(string Slug, string Title);

public enum AccessKind
{
    SafeguardingOpened,
    ViewsRead,
    EvidencePackTaken,
    MessagesTended,
    CommandUsed,
}

public sealed record RetentionRules(int Version, DateOnly From, DateTimeOffset NextRunAt, IReadOnlyList<RetainedClass> Classes);

public sealed record RetainedClass(RetentionRule Rule, long Due, long Deleted, DateTimeOffset? LastDeletedAt);

public sealed record RetentionRule(string Class, string Keep, string After, string Why)
{
    /// <summary>For example: 6 years.</summary>
    public string KeepText => Keep is ['P', .. var number, var unit] && int.TryParse(number, out var count)
        ? $"{count} {unit switch { 'Y' => "year", 'M' => "month", _ => "day" }}{(count == 1 ? "" : "s")}"
        : Keep;
}

/// <summary>A key of a program, without its secret.</summary>
public sealed record ProgramKey(
    string Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt, bool IsGood);

/// <summary>A key as it is once, when it has just been made.</summary>
public sealed record CreatedKey(string Secret, ProgramKey Key);
