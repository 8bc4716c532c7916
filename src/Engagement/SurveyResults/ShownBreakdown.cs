using Engagement.Releases;

namespace Engagement.SurveyResults;

/// <summary>A question's options by the groups that answered, as officers see them.</summary>
/// <param name="Voice">Whose answers.</param>
/// <param name="Options">The keys of the options: the table's rows.</param>
/// <param name="Groups">The groups: the table's columns; the empty one is of those who did not say.</param>
/// <param name="Table">Null where nothing of it may be shown: <see cref="DisclosurePolicy.CannotBeShown"/>.</param>
public sealed record ShownBreakdown(Voice Voice, IReadOnlyList<string> Options, IReadOnlyList<string> Groups, ShownTable? Table);
