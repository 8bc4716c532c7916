namespace Engagement.Common;

/// <summary>Which work is asked for.</summary>
/// <param name="Asker">Whose.</param>
/// <param name="Today">The day in London that what is overdue is judged by.</param>
public sealed record WorkQuery(WorkAsker Asker, DateOnly Today)
{
    /// <summary>Of these kinds; null: of all.</summary>
    public IReadOnlyCollection<string>? Kinds { get; init; }

    /// <summary>Of one consultation; null: of all, and outside any.</summary>
    public Guid? ConsultationId { get; init; }

    /// <summary>Only what is late.</summary>
    public bool OverdueOnly { get; init; }

    public bool Includes(WorkKind kind) => Asker.May(kind) && Kinds?.Contains(kind.Name) != false;
}
