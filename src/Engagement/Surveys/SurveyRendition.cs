namespace Engagement.Surveys;

/// <summary>The questions of a version in another form or language: the same keys with other words, in Easy Read perhaps on another scale.</summary>
public sealed record SurveyRendition(RenditionName Name, IReadOnlyList<Question> Questions, IReadOnlyList<Section> Sections);
