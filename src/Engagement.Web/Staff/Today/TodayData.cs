using Engagement.Web.Documents;

namespace Engagement.Web.Staff.Today;

/// <summary>Something that waits for somebody.</summary>
public sealed record WorkItem(
    string Kind, string ThingId, string Title, DateTimeOffset Since, DateOnly? DueOn, bool IsOverdue, WorkConsultation? Consultation, OnIt? ClaimedBy);

public sealed record WorkConsultation(string Slug, string Title);

/// <summary>Somebody who has taken it up.</summary>
public sealed record OnIt(bool IsYou);

/// <summary>How much of a kind waits.</summary>
public sealed record WorkCount(string Kind, int Count, bool IsMore)
{
    public string Text => IsMore ? $"{Count}+" : $"{Count}";
}

/// <summary>A consultation to narrow the list to.</summary>
public sealed record WorkPlace(string Id, string Title);

/// <summary>The list as it was asked for.</summary>
public sealed record TodayList(TodayAsked Asked, IReadOnlyList<WorkCount> Counts, Connection<WorkItem> Work, IReadOnlyList<WorkPlace> Places)
{
    public int Total => Counts.Sum(count => count.Count);

    public bool IsMore => Counts.Any(count => count.IsMore);

    /// <summary>
    /// The items as they are shown. Views of one consultation that follow each other are one line: they are read one after the other, and a hundred lines
    /// would hide what else waits.
    /// </summary>
    public IEnumerable<(WorkItem First, int Count)> Rows
    {
        get
        {
            (WorkItem First, int Count)? row = null;
            foreach (var item in Work.Nodes)
            {
                if (row is { } open && open.First.Kind == WorkWords.UnreadView && item.Kind == WorkWords.UnreadView && open.First.Consultation == item.Consultation)
                {
                    row = (open.First, open.Count + 1);
                    continue;
                }

                if (row is { } done)
                    yield return done;
                row = (item, 1);
            }

            if (row is { } last)
                yield return last;
        }
    }
}
