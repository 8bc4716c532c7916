using Engagement.Common;
using Engagement.Consultations;
using Engagement.Seeder.Texts;
using Engagement.Surveys;

namespace Engagement.Seeder;

/// <summary>What one person answers.</summary>
/// <param name="Answers">All of it.</param>
/// <param name="Views">What of it is in their own words.</param>
/// <param name="Proxy">Whether they answer for somebody else.</param>
/// <param name="Audience">Who they are.</param>
internal sealed record AnsweredForm(IReadOnlyList<GivenAnswer> Answers, IReadOnlyList<WrittenAnswer> Views, bool Proxy, Audience Audience)
{
    public RenditionKind Rendition { get; init; } = RenditionKind.Standard;
}

/// <summary>An answer in somebody's own words, and what is in it.</summary>
internal sealed record WrittenAnswer(string QuestionKey, WrittenView Written);
