using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Surveys;

/// <summary>A question of a survey.</summary>
[ObjectType<Question>]
[GraphQLIgnore(
    nameof(Question.Scale),
    nameof(Question.Section),
    nameof(Question.ShownWhen),
    nameof(Question.AboutYou),
    nameof(Question.Range),
    nameof(Question.Tags),
    nameof(Question.IsOnScale),
    nameof(Question.HasOptions))]
[AllowAnonymous]
public static partial class QuestionNode;
