namespace Engagement.Surveys;

/// <summary>What becomes of an instrument's renditions.</summary>
internal static class RenditionShelf
{
    public static IReadOnlyList<InstrumentRendition> After(IReadOnlyList<InstrumentRendition> renditions, object change) => change switch
    {
        RenditionWritten written => Replace(renditions, Write(Find(renditions, written.Rendition, written.InstrumentVersion), written)),
        RenditionEquivalenceApproved approved => Replace(
            renditions,
            Find(renditions, approved.Rendition, approved.InstrumentVersion) with { ApprovedByRole = approved.ApprovedByRole }),
        _ => renditions,
    };

    /// <summary>A new version begins with the words of the one before it, and everything is approved anew.</summary>
    public static IReadOnlyList<InstrumentRendition> CarriedOver(IReadOnlyList<InstrumentRendition> renditions, int from, int to) =>
    [
        .. renditions,
        .. renditions.Where(r => r.InstrumentVersion == from).Select(r => r with { InstrumentVersion = to, ApprovedByRole = null }),
    ];

    /// <summary>An edit of the draft leaves the words for what was edited out of date, and nobody has approved the whole as it is now.</summary>
    public static IReadOnlyList<InstrumentRendition> AfterEdit(
        IReadOnlyList<InstrumentRendition> renditions, int version, Questionnaire draft, object edit)
    {
        var reworded = edit switch
        {
            QuestionChanged changed when draft.Find(changed.Question.Key) is { } before && Words(before) != Words(changed.Question) => changed.Question.Key,
            SectionChanged changed when draft.FindSection(changed.Section.Key) is { } before
                && (before.Title, before.Introduction) != (changed.Section.Title, changed.Section.Introduction) => changed.Section.Key,
            _ => null,
        };
        var removed = edit switch
        {
            QuestionRemoved question => question.Key,
            SectionRemoved section => section.Key,
            _ => null,
        };

        return
        [
            .. renditions.Select(r => r.InstrumentVersion != version
                ? r
                : r with
                {
                    ApprovedByRole = null,
                    Items = removed is null ? r.Items : [.. r.Items.Where(i => i.Key != removed)],
                    OutOfDate = [.. r.OutOfDate.Where(key => key != reworded && key != removed), .. Outdated(r, reworded)],
                }),
        ];
    }

    private static InstrumentRendition Write(InstrumentRendition rendition, RenditionWritten written)
    {
        HashSet<string> keys = [.. written.Items.Select(i => i.Key)];
        return rendition with
        {
            Items = [.. rendition.Items.Where(i => !keys.Contains(i.Key)), .. written.Items],
            OutOfDate = [.. rendition.OutOfDate.Where(key => !keys.Contains(key))],
            Authors = [.. rendition.Authors.Where(a => a != written.Author), written.Author],
            ApprovedByRole = null,
        };
    }

    private static IEnumerable<string> Outdated(InstrumentRendition rendition, string? key) =>
        key is not null && rendition.Items.Any(i => i.Key == key) ? [key] : [];

    private static (string, string?, string) Words(Question question) =>
        (question.Text, question.Hint, string.Join('\n', question.Options.Select(o => $"{o.Key} {o.Label}")));

    private static InstrumentRendition Find(IReadOnlyList<InstrumentRendition> renditions, RenditionName name, int version) =>
        renditions.FirstOrDefault(r => r.Name == name && r.InstrumentVersion == version) ?? new InstrumentRendition(name, version);

    private static IReadOnlyList<InstrumentRendition> Replace(IReadOnlyList<InstrumentRendition> renditions, InstrumentRendition rendition) =>
    [
        .. renditions.Where(r => r.Name != rendition.Name || r.InstrumentVersion != rendition.InstrumentVersion), rendition,
    ];
}
