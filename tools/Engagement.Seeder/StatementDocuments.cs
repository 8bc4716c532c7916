using Engagement.Charter;
using Engagement.InclusionStatements;
using static Engagement.Charter.EvidenceKind;
using static Engagement.InclusionStatements.StatementAudience;
using static Engagement.InclusionStatements.StatementLevel;

namespace Engagement.Seeder;

/// <summary>
/// The inclusion statements of Kent and of Essex: what each says, to whom and where it is to be kept, in the order of the documents. The short forms are ours.
/// </summary>
internal static class StatementDocuments
{
    public static AdoptStatements Kent { get; } = new(
        "Kent inclusion statement (demonstration)",
        new DateOnly(2024, 9, 1),
        "Appendix 2 of the Countywide Approach to Inclusive Education: the joint statement of education leaders and the county council. The short forms are ours. The document has no date: that it holds from this day was made up.",
        Numbered(
        [
            .. Said(Children, Everywhere, "Our commitment, to children",
                new Short("children-belong", "Every child belongs, is respected and is valued", WaveClosed, LoopConfirmed),
                new Short("children-access", "Education that suits a child is there in time and for all, in many kinds of places"),
                new Short("children-curriculum", "What is taught is broad, and adapted to what each child can do"),
                new Short("children-support", "Support fits, so that each child grows and becomes independent", WaveClosed),
                new Short("children-next-stage", "Each child is ready and confident for the next stage"),
                new Short("children-part-of-it", "Children are part of the whole process", ActivityHeld),
                new Short("children-potential", "Each child may reach all they can")),
            .. Said(ParentsAndCarers, Everywhere, "Our commitment, to parents and carers",
                new Short("parents-provision", "A child may need other kinds of provision at other times, and a move has a purpose"),
                new Short("parents-decisions", "Support in time for decisions, with open communication", LoopPublished),
                new Short("parents-offer", "Clear and current information on what there is across the county", WaveClosed),
                new Short("parents-review", "Parents can regularly say how well provision works", WaveClosed, LoopConfirmed),
                new Short("parents-timescales", "Processes keep to the law and its times"),
                new Short("parents-assess-together", "Needs are assessed together with parents", ActivityHeld),
                new Short("parents-graduated", "Support comes in steps, so that there is a way for every need"),
                new Short("parents-without-plan", "Needs can be met without a plan"),
                new Short("parents-joined-up", "Advice is the same whichever agency gives it", LoopClosed)),
            .. Said(SchoolsAndSettings, Everywhere, "Our commitment, to schools and settings",
                new Short("schools-responsibility", "All provide for Kent’s children, whose needs are found early and rightly"),
                new Short("schools-support", "Support in time for good provision, in practice and in money"),
                new Short("schools-funding", "Funding for high needs is given out in a clear and open way"),
                new Short("schools-advice", "Officers advise on legal duties, placements, moves between phases, plans and reviews"),
                new Short("schools-standards", "The standards of ordinary schools and guidance for early years are published"),
                new Short("schools-agencies", "Other agencies can be reached, and communicate clearly", ActivityHeld)),
            .. Said(Staff, Everywhere, "Our commitment, to our staff",
                new Short("staff-leadership", "Inclusion is for all who lead in education, and not for the SENCO alone", WaveClosed),
                new Short("staff-recruitment", "Good staff are found and stay"),
                new Short("staff-managers", "Line managers support regularly"),
                new Short("staff-training", "Training is regular and good", WaveClosed),
                new Short("staff-integration", "The SEND service and SENCOs work more as one"),
                new Short("staff-views", "Staff can say how systems are kept up and made better", WaveClosed, ActivityHeld),
                new Short("staff-appraisal", "Work is appraised and recognised in a clear and fair way"),
                new Short("staff-research", "Learning and research are sought, and good practice is shared"),
                new Short("staff-challenge", "Challenge is welcome, and made where it is needed")),
            .. Said(Everybody, County, "We will, across the county",
                new Short("county-offer", "Keep a clear and current Local Offer, on the website and on request", WaveClosed),
                new Short("county-procedures", "Publish procedures for starting school and for transitions, and keep to them"),
                new Short("county-forum", "Keep a forum for the views of children and parents above all, as part of evaluation", TopicClosed, WaveClosed),
                new Short("county-together", "Work together across council, schools, health and social care", RepresentativesAttended),
                new Short("county-communication", "Improve communication across services", LoopClosed)),
            .. Said(Everybody, Area, "We will, in each area",
                new Short("area-monitoring", "Follow provision for pupils with SEN in one way, open to the boards of the area"),
                new Short("area-peer-review", "Review one another’s work between schools and settings"),
                new Short("area-learning", "Offer regular learning for parents, schools and others", ActivityHeld),
                new Short("area-places", "Offer a range of places, and specialist help in early years"),
                new Short("area-transition", "Make the move to secondary school timely and fair, by local panels"),
                new Short("area-finding-out", "Help parents to find out what local schools and settings offer"),
                new Short("area-data", "Be open with data across the area"),
                new Short("area-evidence", "Challenge, be open to it, and decide by evidence", LoopPublished),
                new Short("area-honest", "Be honest and open, whatever the profession", LoopPublished)),
            .. Said(Everybody, Setting, "We will, in our settings",
                new Short("setting-admission", "Admit and include all, and want the best for each"),
                new Short("setting-options", "Have tried all options before a decision is made"),
                new Short("setting-practice", "Look at our own practice, and with others at theirs"),
                new Short("setting-needs", "Find out carefully how a child’s needs can be met, and do so")),
        ]));

    public static AdoptStatements Essex { get; } = new(
        "Essex inclusion statement (demonstration)",
        new DateOnly(2025, 1, 6),
        "The statement of the Essex Headteacher Roundtable for SEND with its local authority, kept beside Kent’s to compare. The short forms are ours. The document has no date: that it holds from this day was made up.",
        Numbered(
        [
            .. Said(Everybody, Setting, "We stand for",
                new Short("leadership", "SEND is for all who lead schools, and not for the SENCO alone"),
                new Short("belong", "Every child belongs, is respected and is valued", WaveClosed)),
            .. Said(Children, Everywhere, "We stand for",
                new Short("citizens", "Education with which children take part in society"),
                new Short("next-phase", "Children are ready and confident for the next phase"),
                new Short("provision", "A child may need other kinds of provision at other times, and a move has a purpose")),
            .. Said(Everybody, Setting, "We recognise",
                new Short("admission", "Inclusive admission and exclusion raise what all attain"),
                new Short("exclusion", "All options have been tried before a child is excluded, and it teaches for the future"),
                new Short("responsibility", "All provide for Essex’s children, whose needs are rightly found"),
                new Short("capacity", "Where places are short, it is worked on together"),
                new Short("referral", "Ways into alternative provision are reviewed and changed where they must be")),
            .. Said(Everybody, Setting, "We strive", new Short("equally", "All schools and settings are equally and well inclusive")),
            .. Said(Everybody, Everywhere, "We commit",
                new Short("open", "Challenge, be open to it, and show by what evidence it was decided", LoopPublished),
                new Short("practice", "Look at our own practice, and with others at theirs"),
                new Short("together", "Find a new way forward with schools, parents, health and social care", ActivityHeld, RepresentativesAttended),
                new Short("learning", "Seek training and research, and share good practice"),
                new Short("spirit", "Keep the spirit of the law, and not its letter alone")),
        ]));

    private static IEnumerable<InclusionStatement> Said(StatementAudience audience, StatementLevel level, string where, params Short[] statements) =>
        statements.Select(one => new InclusionStatement(one.Key, one.Text, audience, level, where, one.Kinds));

    // By their places under a heading of the document.
    private static IReadOnlyList<InclusionStatement> Numbered(IReadOnlyList<InclusionStatement> statements) =>
        [.. statements.Select((one, i) => one with { Where = $"{one.Where}, {statements.Take(i + 1).Count(other => other.Where == one.Where)}" })];

    private sealed record Short(string Key, string Text, params EvidenceKind[] Kinds);
}
