using GraphQL.TypeSystem;
using GraphQL.TypeSystem.Scalars;

namespace GraphQL.Execution;

internal enum ValueKind
{
    Scalar,
    Enum,
    List,
    Object,
    Abstract,
}

/// <summary>How values of a type are completed, worked out once.</summary>
internal sealed class ValuePlan
{
    private readonly Type? _acceptedType;

    public ValuePlan(GraphQLType type)
    {
        IsNonNull = type.IsNonNull;
        Named = type.Named;
        var nullable = type.Nullable;
        if (nullable is ListType list)
        {
            Kind = ValueKind.List;
            Item = new ValuePlan(list.OfType);
            return;
        }
        Kind = nullable switch
        {
            ScalarType => ValueKind.Scalar,
            EnumType => ValueKind.Enum,
            ObjectType => ValueKind.Object,
            _ => ValueKind.Abstract,
        };
        _acceptedType = AcceptedType(nullable);
    }

    public ValueKind Kind { get; }

    public bool IsNonNull { get; }

    /// <summary>The named type inside all wrappers.</summary>
    public NamedType Named { get; }

    /// <summary>The plan of a list's items.</summary>
    public ValuePlan? Item { get; }

    /// <summary>Whether it is plain that the scalar represents the value, so that it need not be asked.</summary>
    public bool Accepts(object value) => value.GetType() == _acceptedType && (_acceptedType != typeof(double) || double.IsFinite((double)value));

    private static Type? AcceptedType(GraphQLType type) => type switch
    {
        StringScalar or IdScalar => typeof(string),
        IntScalar => typeof(int),
        BooleanScalar => typeof(bool),
        LongScalar => typeof(long),
        FloatScalar => typeof(double),
        UuidScalar => typeof(Guid),
        DateTimeScalar => typeof(DateTimeOffset),
        DateScalar => typeof(DateOnly),
        DecimalScalar => typeof(decimal),
        _ => null,
    };
}
