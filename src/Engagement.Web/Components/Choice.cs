namespace Engagement.Web.Components;

/// <summary>
/// One answer to choose from. <c>Apart</c> sets it off from those before it with "or"; <c>Language</c> is its label's, where it is not the page's.
/// </summary>
public sealed record Choice(string Value, string Label, string? Hint = null, bool Apart = false, string? Language = null);
