namespace Engagement.Web.Components;

/// <summary>One answer to choose from. <c>Apart</c> sets it off from those before it with "or".</summary>
public sealed record Choice(string Value, string Label, string? Hint = null, bool Apart = false);
