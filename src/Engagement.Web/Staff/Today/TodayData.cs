using Engagement.Web.Documents;

namespace Engagement.Web.Staff.Today;

/// <summary>Something that waits for somebody.</summary>
public sealed record WorkItem(
    string Kind,
    string ThingId,
    string Title,
    DateTimeOffset Since,
    DateOnly? DueOn,
    bool IsOverdue,
    WorkConsultation? Consultation,
    OnIt? ClaimedBy,
    WorkLoop? Loop = null,
    WorkForm? PaperForm = null,
    WorkStatements? StatementDocument = null);

public sealed record WorkConsultation(string Slug, string Title);

/// <summary>Somebody who has taken it up.</summary>
public sealed record OnIt(bool IsYou);

/// <summary>Of a loop: whose promises are late, and what it still lacks.</summary>
public sealed record WorkLoop(IReadOnlyList<WorkPromise> Commitments, WorkConditions? Conditions)
{
    public IEnumerable<string> LateOwners => Commitments.Where(promise => promise.IsLate && promise.DeliveredOn is null).Select(promise => promise.OwnerRole).Distinct();
}

public sealed record WorkPromise(string OwnerRole, DateOnly? DeliveredOn, bool IsLate);

public sealed record WorkConditions(IReadOnlyList<string> Missing);

/// <summary>A form on paper, and the survey that it answers.</summary>
public sealed record WorkForm(string FormNumber, WorkWave? Wave);

public sealed record WorkWave(string Id);

/// <summary>The document of a statement that evidence is given for.</summary>
public sealed record WorkStatements(string Id);

/// <summary>How much of a kind waits.</summary>
public sealed record WorkCount(string Kind, int Count, bool IsMore)
{
    public string Text => IsMore ? $"{Count}+" : $"{Count}";
}

/// <summary>A kind of work with what of it comes first.</summary>
public sealed record WorkGroup(WorkCount Count, IReadOnlyList<WorkItem> First);

/// <summary>A consultation to narrow the list to.</summary>
public sealed record WorkPlace(string Id, string Title);

/// <summary>Items that are shown as one line, of which this is the first.</summary>
public sealed record WorkRow(WorkItem First, int Count);

/// <summary>What waits, as it was asked for: all of it kind by kind, or the list of one kind or of what is overdue.</summary>
public sealed record TodayList(
    TodayAsked Asked, IReadOnlyList<WorkCount> Counts, IReadOnlyList<WorkCount> Late, IReadOnlyList<WorkGroup> Groups, Connection<WorkItem> Work, IReadOnlyList<WorkPlace> Places)
{
    /// <summary>How many of a kind are shown where all kinds are.</summary>
    private const int OfEach = 3;

    public int Total => Counts.Sum(count => count.Count);

    public bool IsMore => Counts.Any(count => count.IsMore);

    public int Overdue => Late.Sum(count => count.Count);

    public string OverdueText => Late.Any(count => count.IsMore) ? $"{Overdue}+" : $"{Overdue}";

    /// <summary>Whether any of it belongs to a consultation, so that one can be looked at alone.</summary>
    public bool IsOfConsultations => Asked.Consultation is not null || Work.Nodes.Concat(Groups.SelectMany(group => group.First)).Any(item => item.Consultation is not null);

    /// <summary>The kinds of which something waits, what matters most first.</summary>
    public IEnumerable<WorkCount> Kinds => Counts.Where(count => count.Count > 0 || count.Kind == Asked.Kind).OrderBy(count => WorkWords.Place(count.Kind));

    /// <summary>
    /// Each kind with its first items. What is among the most overdue stands above them and is not said twice; a kind of which nothing else waits is left out.
    /// </summary>
    public IEnumerable<(WorkCount Count, IReadOnlyList<WorkRow> Rows)> Shown =>
        Groups.OrderBy(group => WorkWords.Place(group.Count.Kind))
            .Select(group => (group.Count, Rows: RowsOf(group.First.Where(item => !IsAbove(item)))))
            .Where(group => group.Rows.Count > 0)
            .Select(group => (group.Count, (IReadOnlyList<WorkRow>)[.. group.Rows.Take(OfEach)]));

    /// <summary>The items of a list as they are shown.</summary>
    public IReadOnlyList<WorkRow> Rows => RowsOf(Work.Nodes);

    private bool IsAbove(WorkItem item) => Work.Nodes.Any(above => above.Kind == item.Kind && above.ThingId == item.ThingId);

    // Views of one consultation are one line: they are read one after the other, and a hundred lines would hide what else waits.
    private static List<WorkRow> RowsOf(IEnumerable<WorkItem> items)
    {
        var rows = new List<WorkRow>();
        foreach (var item in items)
        {
            var index = item.Kind is WorkWords.UnreadView or WorkWords.ViewElsewhere ? rows.FindIndex(row => row.First.Kind == item.Kind && row.First.Consultation == item.Consultation) : -1;
            if (index < 0)
                rows.Add(new WorkRow(item, 1));
            else
                rows[index] = rows[index] with { Count = rows[index].Count + 1 };
        }

        return rows;
    }
}
