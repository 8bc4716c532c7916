namespace Engagement.Web.Staff.Consultations;

/// <summary>A rule of law behind something that the pages ask for, for whoever wants to know.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Says">What it asks, sentence by sentence.</param>
public sealed record Law(string Name, IReadOnlyList<string> Says)
{
    private const string Gunning =
        "Courts hold consultations by public bodies to four principles, named after the Gunning case. A decision can be set aside where one of them was not kept.";

    public static Law FormativeStage { get; } = new("Gunning principle 1: the proposal is still open to change",
    [
        Gunning,
        "First, people are asked while the proposal is still being formed. Where the decision has been made already, a consultation is not one. So a consultation with a recorded decision cannot be opened.",
    ]);

    public static Law EnoughInformation { get; } = new("Gunning principle 2: enough reasons for an informed answer",
    [
        Gunning,
        "Second, people are given enough reasons to think about the proposal and answer it. So the proposal and its reasons are needed before it opens, and they do not change once people answer them.",
        "To be fair it can also be needed to say what else was considered, and why it is not proposed.",
    ]);

    public static Law EnoughTime { get; } = new("Gunning principle 3: enough time",
    [
        Gunning,
        "Third, people have enough time to consider the proposal and to answer. Here that is at least 14 days, and a reason in public where it is less than 6 weeks. Once it is open, the closing date only moves later, because people rely on it.",
    ]);

    public static Law ConsciousConsideration { get; } = new("Gunning principle 4: what people said is taken into account",
    [
        Gunning,
        "Fourth, what people said is conscientiously taken into account before the decision. So a report waits until every view has been read and every theme has a response.",
    ]);

    public static Law EqualityDuty { get; } = new("The public sector equality duty: section 149 of the Equality Act 2010",
    [
        "A public authority has due regard, in all that it does, to the need to end discrimination, to advance equality of opportunity, and to foster good relations between people who share a protected characteristic and others.",
        "Disability and age are among these characteristics. The analysis shows what the proposal could mean for each group, and it is there before the decision, not after it.",
    ]);

    public static Law ReasonableAdjustments { get; } = new("Equal access to the consultation: the Equality Act 2010",
    [
        "Disabled people are entitled to reasonable adjustments (section 20), among them information in a form that they can use. Due regard under section 149 covers how people are asked, too.",
        "A consultation that children or people with learning disabilities cannot read does not give them what they need for an informed answer, which is Gunning principle 2.",
    ]);
}
