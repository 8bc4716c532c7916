namespace Engagement.Api.Common;

/// <summary>Reads a place in a list from its text.</summary>
internal delegate bool PositionParser<TPosition>(string? text, out TPosition position);
