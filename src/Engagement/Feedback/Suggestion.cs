namespace Engagement.Feedback;

/// <summary>A theme that a method thought of. Methods suggest; people decide.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="MethodVersion">Its version: the same version suggests the same from the same views.</param>
/// <param name="Score">How well it fits, from 0 to 1.</param>
public sealed record Suggestion(string Method, int MethodVersion, double Score);
