using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Surveys;

/// <summary>A question of a survey.</summary>
[ObjectType<Question>]
[AllowAnonymous]
public static partial class QuestionNode
{
    /// <summary>The scale it is answered on; null of a question that is answered otherwise. Its points are among the options.</summary>
    [BindMember(nameof(Question.Scale))]
    public static AnswerScale? GetScale([Parent] Question question) => question.Scale is { } scale ? AnswerScales.Find(scale) : null;
}

/// <summary>A form and a language, such as Easy Read in English.</summary>
[ObjectType<RenditionName>, GraphQLIgnore(nameof(RenditionName.NeedsWords)), AllowAnonymous]
public static partial class RenditionNameNode;

/// <summary>An answer that can be chosen.</summary>
[ObjectType<QuestionOption>, AllowAnonymous]
public static partial class QuestionOptionNode
{
    /// <summary>Whether it is no opinion, such as "I'm not sure": whoever gives it gives no other answer to the question.</summary>
    public static bool GetIsOtherAnswer([Parent] QuestionOption option) => OtherAnswers.Include(option.Key);
}
