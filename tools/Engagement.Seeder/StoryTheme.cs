namespace Engagement.Seeder;

/// <summary>A theme of the story: what people said that makes one point, and how it was answered, step by step.</summary>
internal sealed record StoryTheme(
    string Key, string Title, string Summary, IReadOnlyList<string> Said, params IReadOnlyList<Func<LoopTeller, Task>> Answer);
