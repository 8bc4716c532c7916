namespace Engagement.Surveys;

/// <summary>The questions of a version in another form or language: the same keys with other words, in Easy Read perhaps on another scale.</summary>
/// <param name="Name">The form and language.</param>
/// <param name="Questions">In the order they are asked.</param>
/// <param name="Sections">In their order.</param>
public sealed record SurveyRendition(RenditionName Name, IReadOnlyList<Question> Questions, IReadOnlyList<Section> Sections);
