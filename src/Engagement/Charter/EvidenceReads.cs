using Engagement.Activities;
using Engagement.Common;
using EventStore;
using Npgsql;

namespace Engagement.Charter;

/// <summary>What happened, from the read models of the other modules, and what of it the rules propose.</summary>
public sealed class EvidenceReads(DocumentStore store)
{
    private static readonly string[] Levels = Enum.GetNames<EngagementLevel>();

    // $1 is today: a topic that closes today still takes contributions. What a loop's people are is known from the views behind its theme. A talk with one
    // person is left out: its title and day could point to them, and more people read this than activities.
    private const string Happened =
        """
        select 'ActivityHeld' as kind, a.id, a.data ->> 'Title' as title, a.data ->> 'OnDay' as day, false as all_reached,
               array[a.data ->> 'Audience'] as audiences, array_remove(array[a.data ->> 'District'], null) as districts,
               '{}'::text[] as phases, '{}'::text[] as needs, a.data ->> 'Level' as level, null::text as group_name
        from public.mt_doc_activitypage a where a.data ->> 'State' = 'Held' and a.data ->> 'Kind' <> 'OneToOne'
        union all
        select 'WaveClosed', w.id, coalesce(w.data ->> 'Title', 'Survey of: ' || (c.data ->> 'Title'), 'Survey'), w.data ->> 'ClosedOn', w.data ->> 'Audience' is null,
               array_remove(array[w.data ->> 'Audience'], null), '{}', '{}', '{}', null, null
        from public.mt_doc_wavepage w left join public.mt_doc_consultationpage c on c.id = (w.data ->> 'ConsultationId')::uuid
        where w.data ->> 'ClosedOn' is not null
        union all
        select 'TopicClosed', t.id, t.data ->> 'Question', coalesce(t.data ->> 'ClosedEarlyOn', t.data ->> 'ClosesOn'), false,
               array[f.data ->> 'Audience'], '{}', '{}', '{}', null, null
        from public.mt_doc_topicpage t join public.mt_doc_forumpage f on f.id = (t.data ->> 'ForumId')::uuid
        where coalesce(t.data ->> 'ClosedEarlyOn', t.data ->> 'ClosesOn') < $1
        union all
        select s.kind, l.id, h.data ->> 'Title', to_char(s.at at time zone 'Europe/London', 'YYYY-MM-DD'), false,
               v.audiences, v.districts, v.phases, v.needs, null, null
        from public.mt_doc_loopcard l
        join public.mt_doc_themecard h on h.id = (l.data ->> 'ThemeId')::uuid and (h.data ->> 'MergedInto' is null or l.data ->> 'Entry' is not null)
        cross join lateral (values
            ('LoopPublished', (l.data -> 'Entry' ->> 'PublishedAt')::timestamptz),
            ('LoopClosed', (l.data ->> 'ClosedAt')::timestamptz),
            ('LoopConfirmed', (l.data ->> 'ConfirmedAt')::timestamptz)) as s (kind, at)
        cross join lateral (
            select coalesce(array_agg(distinct v.audience) filter (where v.audience is not null), '{}') as audiences,
                   coalesce(array_agg(distinct v.district) filter (where v.district is not null), '{}') as districts,
                   coalesce(array_agg(distinct v.phase) filter (where v.phase is not null), '{}') as phases,
                   coalesce(array_agg(distinct v.need) filter (where v.need is not null), '{}') as needs
            from engagement.view_themes x join engagement.views v on v.id = x.view_id
            where x.theme_id = (l.data ->> 'ThemeId')::uuid and v.state <> 'Withdrawn') as v
        where s.at is not null
        union all
        select 'RepresentativesAttended', m.id, 'Parents’ representatives at the meeting: ' || (g.data ->> 'Name'), m.data ->> 'OnDay', false,
               '{ParentsAndCarers}', '{}', '{}', '{}', null, g.data ->> 'Name'
        from public.mt_doc_meetingpage m join public.mt_doc_governancegrouppage g on g.id = (m.data ->> 'GroupId')::uuid
        where m.data @? '$.Attendance[*] ? (@.Attendance == "Attended" || @.Attendance == "Substitute")'
        """;

    private const string Columns = "e.kind, e.id, e.title, e.day, e.all_reached, e.audiences, e.districts, e.phases, e.needs, e.level";

    // As Evidence.Reaches. $2 to $5 are the people who would be affected.
    private const string Reaches =
        """
        (e.all_reached or e.audiences && $2)
          and (e.districts = '{}' or $3::text[] = '{}' or e.districts && $3)
          and (e.phases = '{}' or $4::text[] = '{}' or e.phases && $4)
          and (e.needs = '{}' or $5::text[] = '{}' or e.needs && $5)
        """;

    public async Task<Evidence?> FindAsync(EvidenceKind kind, Guid id, DateOnly today, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            $"select {Columns} from ({Happened}) as e where e.kind = $2 and e.id = $3", Read, cancellationToken, IsoDay.Of(today), kind.ToString(), id);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>All that reached people who would be affected and is not too old, the newest first.</summary>
    /// <param name="people">Who would be.</param>
    /// <param name="words">With these words in its title; null for all.</param>
    /// <param name="kind">Of this kind; null for all.</param>
    /// <param name="today">The day it is asked on.</param>
    /// <param name="after">The last one seen; null for the first page.</param>
    /// <param name="limit">The most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<Slice<Evidence>> ListAsync(
        AffectedPeople people, string? words, EvidenceKind? kind, DateOnly today, ProposalPosition? after, int limit, CancellationToken cancellationToken) =>
        ListAsync(people, words, kind is { } one ? [one] : null, [], today, after, limit, cancellationToken);

    /// <summary>The same, of some kinds and without what somebody has decided on.</summary>
    /// <param name="people">Whom it reached.</param>
    /// <param name="words">With these words in its title; null for all.</param>
    /// <param name="kinds">Of these kinds; null for all.</param>
    /// <param name="without">What is left out.</param>
    /// <param name="today">The day it is asked on.</param>
    /// <param name="after">The last one seen; null for the first page.</param>
    /// <param name="limit">The most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Slice<Evidence>> ListAsync(
        AffectedPeople people,
        string? words,
        IReadOnlyCollection<EvidenceKind>? kinds,
        IReadOnlyCollection<EvidenceItem> without,
        DateOnly today,
        ProposalPosition? after,
        int limit,
        CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            $"""
            select {Columns} from ({Happened}) as e
            where {Reaches} and e.day > $6
              and ($7::text is null or e.title ilike '%' || $7 || '%' escape '\')
              and ($8::text[] is null or e.kind = any($8))
              and ($9::text is null or (e.day, e.id, e.kind collate "C") < ($9, $10::uuid, $11::text))
              and not exists (select from unnest($13::text[], $14::uuid[]) as d (kind, id) where d.kind = e.kind and d.id = e.id)
            order by e.day desc, e.id desc, e.kind collate "C" desc
            limit $12
            """,
            Read,
            cancellationToken,
            [
                .. People(people, today),
                IsoDay.Of(today.AddYears(-Claim.YearsOfUse)),
                CleanText.OneLine(words) is { Length: > 0 } clean ? Like.Literally(clean) : null,
                kinds?.Select(kind => kind.ToString()).ToArray(),
                .. Place(after),
                limit + 1,
                without.Select(item => item.Kind.ToString()).ToArray(),
                without.Select(item => item.Id).ToArray(),
            ]);
        return rows.SliceOf(limit);
    }

    /// <summary>
    /// What the rules propose and nobody has decided on: it happened in the time of the stage, reached people who would be affected, and is neither claimed
    /// for the cell nor was it rejected for it. A meeting bears on a service where its group keeps to the edition by which the service is looked at, which is
    /// where it has signed up to it. The newest first.
    /// </summary>
    /// <param name="activity">For what.</param>
    /// <param name="edition">The edition it is looked at by.</param>
    /// <param name="principle">For this principle; null for all.</param>
    /// <param name="stage">For this stage; null for all.</param>
    /// <param name="today">The day it is asked on: its rules are used.</param>
    /// <param name="after">The last one seen; null for the first page.</param>
    /// <param name="limit">The most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Slice<EvidenceProposal>> ProposalsAsync(
        CommissioningActivity activity,
        CharterEdition edition,
        string? principle,
        CycleStage? stage,
        DateOnly today,
        ProposalPosition? after,
        int limit,
        CancellationToken cancellationToken)
    {
        var rules = EvidenceRules.On(today);
        var asked = Asked(rules, activity, edition, principle, stage);
        var decided = Decided(activity);
        var rows = await store.ListAsync(
            $"""
            select {Columns}, r.name, r.principle, r.stage, r.why from ({Happened}) as e
            join unnest($6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::int[])
              as r (name, kind, principle, stage, why, begins, ends, least)
              on r.kind = e.kind and e.day >= r.begins and e.day <= r.ends and (r.least is null or array_position($14::text[], e.level) >= r.least)
            where {Reaches} and e.day > $15 and (e.group_name is null or lower(e.group_name) = any($24))
              and not exists (
                select from unnest($16::text[], $17::uuid[], $18::text[], $19::text[]) as d (kind, id, principle, stage)
                where d.kind = e.kind and d.id = e.id and d.principle = r.principle and d.stage = r.stage)
              and ($20::text is null or (e.day, e.id, r.name collate "C") < ($20, $21::uuid, $22::text))
            order by e.day desc, e.id desc, r.name collate "C" desc
            limit $23
            """,
            row => new EvidenceProposal(row.GetString(11), Enum.Parse<CycleStage>(row.GetString(12)), Read(row), row.GetString(10), row.GetString(13)),
            cancellationToken,
            [
                .. People(activity.People, today),
                asked.Select(one => one.Name).ToArray(),
                asked.Select(one => one.Rule.Kind.ToString()).ToArray(),
                asked.Select(one => one.Rule.Principle).ToArray(),
                asked.Select(one => one.Rule.Stage.ToString()).ToArray(),
                asked.Select(one => one.Rule.Why).ToArray(),
                asked.Select(one => IsoDay.Of(one.Run.EnteredOn)).ToArray(),
                asked.Select(one => IsoDay.Of(one.Run.CompletedOn ?? today)).ToArray(),
                asked.Select(one => one.Rule.LeastLevel is { } least ? (int)least + 1 : (int?)null).ToArray(),
                Levels,
                IsoDay.Of(today.AddYears(-Claim.YearsOfUse)),
                decided.Select(one => one.Item.Kind.ToString()).ToArray(),
                decided.Select(one => one.Item.Id).ToArray(),
                decided.Select(one => one.Principle).ToArray(),
                decided.Select(one => one.Stage.ToString()).ToArray(),
                .. Place(after),
                limit + 1,
                edition.Groups.Select(group => group.Name.ToLowerInvariant()).ToArray(),
            ]);
        return rows.SliceOf(limit);
    }

    public static ProposalPosition PositionOf(Evidence evidence) => new(evidence.Item.HappenedOn, evidence.Item.Id, evidence.Item.Kind.ToString());

    public static ProposalPosition PositionOf(EvidenceProposal proposal) => new(proposal.Evidence.Item.HappenedOn, proposal.Evidence.Item.Id, proposal.Rule);

    // A rule for each time that the service was in its stage. A stage that was gone through again has times of its own.
    private static List<(string Name, EvidenceRule Rule, StageRun Run)> Asked(
        EvidenceRuleSet rules, CommissioningActivity activity, CharterEdition edition, string? principle, CycleStage? stage) =>
    [
        .. from rule in rules.Rules
           where rule.Charter == edition.Charter && edition.Find(rule.Principle) is not null
               && (principle is null || rule.Principle == principle) && (stage is null || rule.Stage == stage)
               && activity.FindNotApplicable(rule.Principle, rule.Stage) is null or { State: NotApplicableState.Refused }
           from run in activity.Stages
           where run.Stage == rule.Stage
           select (rules.NameOf(rule), rule, run),
    ];

    private static List<(EvidenceItem Item, string Principle, CycleStage Stage)> Decided(CommissioningActivity activity) =>
    [
        .. activity.Claims.Select(claim => (claim.Evidence, claim.Principle, claim.Stage)),
        .. activity.Rejected.Select(one => (one.Evidence, one.Principle, one.Stage)),
    ];

    private static object?[] People(AffectedPeople people, DateOnly today) =>
    [
        IsoDay.Of(today),
        people.Audiences.Select(audience => audience.ToString()).ToArray(),
        people.Districts.ToArray(),
        people.Phases.ToArray(),
        people.Needs.ToArray(),
    ];

    private static object?[] Place(ProposalPosition? after) => [after is { } place ? IsoDay.Of(place.Day) : null, after?.Id, after?.Rule];

    private static Evidence Read(NpgsqlDataReader row) => new(
        new EvidenceItem(Enum.Parse<EvidenceKind>(row.GetString(0)), row.GetGuid(1), row.GetString(2), IsoDay.Parse(row.GetString(3))),
        row.GetBoolean(4),
        [.. row.GetFieldValue<string[]>(5).Select(Enum.Parse<Audience>)],
        row.GetFieldValue<string[]>(6),
        row.GetFieldValue<string[]>(7),
        row.GetFieldValue<string[]>(8),
        row.IsDBNull(9) ? null : Enum.Parse<EngagementLevel>(row.GetString(9)));
}
