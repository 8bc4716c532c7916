using Engagement.Common;
using Engagement.Feedback;
using EventStore;

namespace Engagement.LocalOffer;

/// <summary>
/// Comments on the Local Offer and what became of each by the end of a year, from the log alone. Which themes are such comments, and which are one, is
/// as it was last recorded: an officer marks them when the year is put together.
/// </summary>
internal sealed class LocalOfferFold(LocalOfferYear year)
{
    public static readonly Type[] Types =
    [
        typeof(ThemeOpened), typeof(ThemeMarkedForLocalOffer), typeof(ThemesMerged), typeof(ThemeUnmerged), typeof(LoopOpened), typeof(DecisionRecorded),
        typeof(DecisionReplaced), typeof(DecisionReopened), typeof(CommitmentMade), typeof(CommitmentRescheduled), typeof(ActionTaken), typeof(EntryPublished),
        typeof(EntryCorrected), typeof(EntryCountFrozen), typeof(LoopClosed),
    ];

    private readonly Dictionary<Guid, Point> _themes = [];
    private readonly Dictionary<Guid, Course> _loops = [];

    /// <summary>The day on which the first comment was opened as a theme; null: there is none.</summary>
    public DateOnly? FirstDay => _themes.Where(theme => MatterOf(theme.Key) is not null).Select(theme => (DateOnly?)theme.Value.OpenedOn).Min();

    public void Take(IEvent e)
    {
        var day = LondonCalendar.DayOf(e.OccurredAt());
        switch (e.Data)
        {
            case ThemeOpened opened:
                _themes[e.StreamId] = new Point(opened.Title, day, null, null);
                break;
            case ThemeMarkedForLocalOffer marked when _themes.TryGetValue(e.StreamId, out var theme):
                _themes[e.StreamId] = theme with { Matter = marked.Matter };
                break;
            case ThemesMerged merged when merged.From.Contains(e.StreamId):
                _themes[e.StreamId] = _themes[e.StreamId] with { MergedInto = merged.Into };
                break;
            case ThemeUnmerged unmerged when unmerged.From == e.StreamId:
                _themes[e.StreamId] = _themes[e.StreamId] with { MergedInto = null };
                break;
            case LoopOpened opened when day <= year.To:
                _loops[e.StreamId] = new Course(opened.ThemeId);
                break;
            default:
                if (day <= year.To && _loops.TryGetValue(e.StreamId, out var loop))
                    _loops[e.StreamId] = loop.After(e.Data, day);
                break;
        }
    }

    public LocalOfferReturn Return()
    {
        Course[] loops = [.. Loops().Select(loop => loop.Course)];
        return new LocalOfferReturn(
            year.Name,
            year.From,
            year.To,
            [
                .. loops.Where(loop => loop.IsPublished)
                    .Select(loop => loop.Comment(MatterOf(loop.ThemeId)!.Value, _themes[loop.ThemeId].Title))
                    .OrderBy(comment => comment.Matter)
                    .ThenBy(comment => comment.Title, StringComparer.Ordinal)
                    .ThenBy(comment => comment.Slug, StringComparer.Ordinal),
            ],
            NotTakenUp().Count(),
            loops.Count(loop => loop is { IsPublished: false, IsDecided: false }),
            loops.Count(loop => loop is { IsPublished: false, IsDecided: true }));
    }

    public IReadOnlyList<LocalOfferMissing> Missing() =>
    [
        .. NotTakenUp().Select(theme => new LocalOfferMissing(LocalOfferGap.Loop, _themes[theme].Title, theme, null))
            .Concat(Loops().Select(loop => (loop.Id, loop.Course, Gap: loop.Course.GapAt(year.To))).Where(loop => loop.Gap is not null)
                .Select(loop => new LocalOfferMissing(loop.Gap!.Value, _themes[loop.Course.ThemeId].Title, loop.Course.ThemeId, loop.Id)))
            .OrderBy(missing => missing.What)
            .ThenBy(missing => missing.Title, StringComparer.Ordinal)
            .ThenBy(missing => missing.ThemeId),
    ];

    // What was closed before the year began is in an earlier one. The loop of a theme that went into another is nobody's work, as on the board.
    private IEnumerable<(Guid Id, Course Course)> Loops() => _loops
        .Where(loop => MatterOf(loop.Value.ThemeId) is not null
            && !(loop.Value.ClosedOn < year.From)
            && (loop.Value.IsPublished || _themes[loop.Value.ThemeId].MergedInto is null))
        .Select(loop => (loop.Key, loop.Value));

    private IEnumerable<Guid> NotTakenUp()
    {
        var takenUp = _loops.Values.Select(loop => loop.ThemeId).ToHashSet();
        return _themes
            .Where(theme => theme.Value.MergedInto is null && theme.Value.OpenedOn <= year.To && !takenUp.Contains(theme.Key) && MatterOf(theme.Key) is not null)
            .Select(theme => theme.Key);
    }

    /// <summary>Its own; else that of a theme that went into it.</summary>
    private LocalOfferMatter? MatterOf(Guid themeId)
    {
        if (!_themes.TryGetValue(themeId, out var theme))
            return null;

        return theme.Matter
            ?? _themes.Where(other => other.Value.MergedInto == themeId).OrderBy(other => other.Key).Select(other => MatterOf(other.Key)).FirstOrDefault(matter => matter is not null);
    }

    private sealed record Point(string Title, DateOnly OpenedOn, LocalOfferMatter? Matter, Guid? MergedInto);

    /// <summary>A loop so far.</summary>
    private sealed record Course(Guid ThemeId)
    {
        private (DateOnly On, string By, string Reasons)? Decision { get; init; }

        private bool IsReopened { get; init; }

        private IReadOnlyList<(int Number, LocalOfferPromise Promise)> Promises { get; init; } = [];

        private ActionTaken? Action { get; init; }

        private string? Slug { get; init; }

        private EntryState State { get; init; }

        private EntryWords? Words { get; init; }

        private int? Views { get; init; }

        private DateOnly PublishedOn { get; init; }

        private DateOnly UpdatedOn { get; init; }

        public DateOnly? ClosedOn { get; private init; }

        public bool IsDecided => Decision is not null && !IsReopened;

        public bool IsPublished => Words is not null && Decision is not null;

        public Course After(object happened, DateOnly day) => happened switch
        {
            DecisionRecorded decided => this with { Decision = (decided.DecidedOn, decided.Maker, decided.Reasons) },
            DecisionReplaced decided => this with { Decision = (decided.DecidedOn, decided.Maker, decided.Reasons), IsReopened = false },
            DecisionReopened => this with { IsReopened = true, ClosedOn = null },
            CommitmentMade made => this with { Promises = [.. Promises, (made.Number, new LocalOfferPromise(made.Text, made.OwnerRole, made.DueOn, false))] },
            CommitmentRescheduled moved => this with
            {
                Promises = [.. Promises.Select(one => one.Number == moved.Number ? (one.Number, one.Promise with { DueOn = moved.DueOn }) : one)],
            },
            ActionTaken taken => this with
            {
                Action = taken,
                Promises = [.. Promises.Select(one => taken.Delivers.Contains(one.Number) ? (one.Number, one.Promise with { IsDelivered = true }) : one)],
            },
            EntryPublished published => this with
            {
                Slug = published.Slug,
                State = published.State,
                Words = published.Words,
                PublishedOn = Words is null ? day : PublishedOn,
                UpdatedOn = day,
            },
            EntryCorrected corrected => this with { Words = corrected.Words, UpdatedOn = day },
            EntryCountFrozen frozen => this with { Views = frozen.Views },
            LoopClosed => this with { ClosedOn = day },
            _ => this,
        };

        public LocalOfferComment Comment(LocalOfferMatter matter, string title) => new(
            matter,
            title,
            Words!.YouSaid,
            Views,
            Words.WeDid,
            State,
            Decision!.Value.On,
            Decision.Value.By,
            Decision.Value.Reasons,
            IsReopened,
            [.. Promises.Select(one => one.Promise)],
            Action?.WhatChanged,
            Action?.TakenOn,
            Action?.ProofUrl,
            PublishedOn,
            UpdatedOn,
            Slug!);

        public LocalOfferGap? GapAt(DateOnly end) =>
            !IsPublished ? IsDecided ? LocalOfferGap.Publication : LocalOfferGap.Decision
            : State == EntryState.WeWill && Promises.Any(one => !one.Promise.IsDelivered && one.Promise.DueOn <= end) ? LocalOfferGap.Proof
            : null;
    }
}
