using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

/// <summary>What was decided about what people said, by whom and why, and what else was considered.</summary>
[ObjectType<RecordedDecision>, GraphQLName("Decision"), AllowAnonymous]
public static partial class DecisionNode;

/// <summary>"We did": what changed, and where that can be seen.</summary>
[ObjectType<TakenAction>, GraphQLName("ActionTaken"), AllowAnonymous]
public static partial class ActionTakenNode;
