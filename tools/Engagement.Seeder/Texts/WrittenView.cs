namespace Engagement.Seeder.Texts;

/// <summary>What somebody wrote.</summary>
/// <param name="Text">Their words.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Points">The points it makes, the main one first: what a coder who makes no mistake finds in it.</param>
/// <param name="Phase">The phase of education it speaks of, where it does.</param>
internal sealed record WrittenView(string Text, WrittenKind Kind, IReadOnlyList<TextPoint> Points, string? Phase);
