namespace GraphQL.Validation;

/// <summary>What an operation costs.</summary>
/// <param name="Field">The work its fields ask for.</param>
/// <param name="Type">The objects its result may hold.</param>
internal readonly record struct OperationCost(double Field, double Type)
{
    public static OperationCost operator +(OperationCost left, OperationCost right) => new(left.Field + right.Field, left.Type + right.Type);
}

/// <summary>What the analysis of an operation found.</summary>
/// <param name="Cost">The cost, as far as it was counted.</param>
/// <param name="Error">Why it could not be counted, or null.</param>
internal sealed record CostResult(OperationCost Cost, GraphQLError? Error);
