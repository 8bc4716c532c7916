namespace Engagement.Feedback;

/// <summary>A theme is responded to by its disposition, or by the decision of its loop while that is not being looked at again. A theme that was merged into another has none of its own.</summary>
internal static class ThemesWithoutResponse
{
    /// <summary>Of a theme card t.</summary>
    public const string Condition =
        """
        t.data ->> 'Disposition' is null
        and t.data ->> 'MergedInto' is null
        and not exists (
            select from public.mt_doc_loopcard l where l.data ->> 'ThemeId' = t.id::text and l.data ->> 'State' <> 'Opened')
        """;
}
