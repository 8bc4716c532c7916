using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Feedback;

/// <summary>Puts words before a family reader.</summary>
/// <param name="LoopId">The feedback loop.</param>
/// <param name="YouSaid">What people said, in plain words.</param>
/// <param name="WeDid">What was or will be done, or why it cannot be.</param>
/// <param name="Renditions">The same in Easy Read and in other languages.</param>
/// <param name="Audiences">Whose point it was; none: everybody's.</param>
/// <param name="Districts">The codes of the districts it concerns; none: the whole county.</param>
public sealed record DraftEntry(
    Guid LoopId,
    string YouSaid,
    string WeDid,
    IReadOnlyList<EntryRendition>? Renditions = null,
    IReadOnlyList<Audience>? Audiences = null,
    IReadOnlyList<string>? Districts = null)
{
    private const int MostRenditions = 50;

    public static Decision Decide(DraftEntry command, Loop loop, Guid? by)
    {
        if (loop.Outcome is null)
            return Decision.Refuse(LoopRules.DecisionMissing(loop));

        var youSaid = CleanText.Of(command.YouSaid);
        var weDid = CleanText.Of(command.WeDid);
        IReadOnlyList<EntryRendition> renditions = command.Renditions ?? [];
        var refusal = Incomplete(youSaid, weDid) ?? Check(renditions);
        if (refusal is not null)
            return Decision.Refuse(refusal);

        string[] districts = [.. (command.Districts ?? []).Distinct().Order(StringComparer.Ordinal)];
        if (districts.Any(code => District.Find(code) is null))
            return Decision.Refuse("DISTRICT_UNKNOWN", "Choose districts from the list", "districts");

        return Decision.To(new EntryDrafted(
            new EntryWords(
                youSaid,
                weDid,
                [.. renditions.Select(r => r with { YouSaid = CleanText.Of(r.YouSaid), WeDid = CleanText.Of(r.WeDid) })],
                [.. (command.Audiences ?? []).Distinct().Order()],
                districts),
            by));
    }

    /// <summary>Why these cannot be the words of an entry.</summary>
    internal static Refusal? Incomplete(string youSaid, string weDid)
    {
        if (youSaid.Length == 0)
            return new Refusal("ENTRY_TEXT_MISSING", "Enter what people said, in plain words", "youSaid");

        if (weDid.Length == 0)
            return new Refusal("ENTRY_TEXT_MISSING", "Enter what you did or will do, in plain words", "weDid");

        return CleanText.TooLong(youSaid, CleanText.ParagraphLimit, "youSaid") ?? CleanText.TooLong(weDid, CleanText.ParagraphLimit, "weDid");
    }

    private static Refusal? Check(IReadOnlyList<EntryRendition> renditions)
    {
        if (Lists.Check(renditions, MostRenditions, "versions", "renditions") is { } unfit)
            return unfit;

        if (renditions.Any(r => r.Kind == RenditionKind.Standard && r.Language == "en"))
            return new Refusal("RENDITION_ALREADY_ADDED", "The standard English version is the entry itself", "renditions");

        if (renditions.DistinctBy(r => (r.Kind, r.Language)).Count() < renditions.Count)
            return new Refusal("RENDITION_ALREADY_ADDED", "Add each version once in each language", "renditions");

        if (renditions.Any(r => !AddRendition.IsLanguage(r.Language)))
            return new Refusal("LANGUAGE_INVALID", "Enter the language as a code, such as en or pa", "renditions");

        return renditions.Select(r => Incomplete(CleanText.Of(r.YouSaid), CleanText.Of(r.WeDid))).FirstOrDefault(r => r is not null) is { } incomplete
            ? incomplete with { Field = "renditions" }
            : null;
    }
}
