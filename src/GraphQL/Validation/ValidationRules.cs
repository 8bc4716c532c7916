using GraphQL.Validation.Rules;

namespace GraphQL.Validation;

/// <summary>All rules: first the limit on size, then the specification's section 5 in its order, then the draft's on parts, then our own.</summary>
internal static class ValidationRules
{
    public static IReadOnlyList<ValidationRule> Create() =>
    [
        new ExpandedSizeRule(),
        new ExecutableDefinitionsRule(),
        new KnownOperationTypesRule(),
        new UniqueOperationNamesRule(),
        new LoneAnonymousOperationRule(),
        new SingleFieldSubscriptionsRule(),
        new FieldsOnCorrectTypeRule(),
        new OverlappingFieldsCanBeMergedRule(),
        new ScalarLeafsRule(),
        new KnownArgumentNamesRule(),
        new UniqueArgumentNamesRule(),
        new ProvidedRequiredArgumentsRule(),
        new UniqueFragmentNamesRule(),
        new KnownTypeNamesRule(),
        new FragmentsOnCompositeTypesRule(),
        new NoUnusedFragmentsRule(),
        new KnownFragmentNamesRule(),
        new NoFragmentCyclesRule(),
        new PossibleFragmentSpreadsRule(),
        new ValuesOfCorrectTypeRule(),
        new UniqueInputFieldNamesRule(),
        new KnownDirectivesRule(),
        new UniqueDirectivesPerLocationRule(),
        new UniqueVariableNamesRule(),
        new VariablesAreInputTypesRule(),
        new NoUndefinedVariablesRule(),
        new NoUnusedVariablesRule(),
        new VariablesInAllowedPositionRule(),
        new DeferStreamLabelRule(),
        new DeferStreamOnRootFieldRule(),
        new DeferStreamOnValidOperationsRule(),
        new StreamOnListFieldRule(),
        new MaxIntrospectionDepthRule(),
    ];
}
