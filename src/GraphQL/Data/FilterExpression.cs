using System.Linq.Expressions;
using System.Reflection;

namespace GraphQL.Data;

/// <summary>Turns conditions into expressions that mean the same to every query provider, those over objects in memory included.</summary>
internal static class FilterExpression
{
    private static readonly MethodInfo Compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
    private static readonly MethodInfo Contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;
    private static readonly MethodInfo StartsWith = typeof(string).GetMethod(nameof(string.StartsWith), [typeof(string)])!;
    private static readonly MethodInfo EndsWith = typeof(string).GetMethod(nameof(string.EndsWith), [typeof(string)])!;

    public static Expression<Func<T, bool>> Of<T>(FilterNode filter)
    {
        var row = Expression.Parameter(typeof(T), "row");
        return Expression.Lambda<Func<T, bool>>(Build(filter, row), row);
    }

    private static Expression Build(FilterNode filter, Expression owner) => filter switch
    {
        AllFilter all => Join(all.Filters, 0, all.Filters.Count, owner, Expression.AndAlso, true),
        AnyFilter any => Join(any.Filters, 0, any.Filters.Count, owner, Expression.OrElse, false),
        FieldFilter field => Comparison(field, Access(field.Field, owner)),
        ObjectFilter nested => Nested(nested, Access(nested.Field, owner)),
        ListFilter list => Quantified(list, Access(list.Field, owner)),
        _ => throw new ArgumentException($"'{filter.GetType()}' is not a filter.", nameof(filter)),
    };

    // Halves rather than one after another: a provider visits the tree recursively, and its depth must not grow with the client's list.
    private static Expression Join(
        IReadOnlyList<FilterNode> filters, int from, int to, Expression owner, Func<Expression, Expression, Expression> join, bool none)
    {
        if (from == to)
            return Expression.Constant(none);
        if (to - from == 1)
            return Build(filters[from], owner);
        var middle = (from + to) / 2;
        return join(Join(filters, from, middle, owner, join, none), Join(filters, middle, to, owner, join, none));
    }

    private static Expression Access(QueryField field, Expression owner)
    {
        var access = ParameterReplacer.Apply(field.Access, owner);

        // A list read as IEnumerable carries a conversion that some providers do not look through.
        return access is UnaryExpression { NodeType: ExpressionType.Convert, Operand.Type.IsValueType: false } conversion ? conversion.Operand : access;
    }

    private static Expression Nested(ObjectFilter filter, Expression access)
    {
        var condition = Build(filter.Filter, access);
        return filter.Field.IsNullable ? Expression.AndAlso(Expression.Not(IsNull(access)), condition) : condition;
    }

    private static Expression Quantified(ListFilter filter, Expression access)
    {
        var itemType = filter.Field.ValueType.GetGenericArguments()[0];
        var item = Expression.Parameter(itemType, "item");
        var condition = Expression.Lambda(Build(filter.Filter, item), item);
        var method = filter.Quantifier == ListQuantifier.All ? nameof(Enumerable.All) : nameof(Enumerable.Any);
        Expression call = Expression.Call(typeof(Enumerable), method, [itemType], access, condition);
        if (filter.Quantifier == ListQuantifier.None)
            call = Expression.Not(call);
        return filter.Field.IsNullable ? Expression.AndAlso(Expression.Not(IsNull(access)), call) : call;
    }

    private static Expression Comparison(FieldFilter filter, Expression access) => filter.Operator switch
    {
        FilterOperator.Eq => IsEqual(filter, access),
        FilterOperator.Neq => Expression.Not(IsEqual(filter, access)),
        FilterOperator.In => filter.Field.IsAmong(access, (IReadOnlyList<object?>)filter.Value!),
        FilterOperator.Nin => Expression.Not(filter.Field.IsAmong(access, (IReadOnlyList<object?>)filter.Value!)),
        FilterOperator.Gt => Holds(filter, access, ExpressionType.GreaterThan),
        FilterOperator.Ngt => HoldsNot(filter, access, ExpressionType.GreaterThan),
        FilterOperator.Gte => Holds(filter, access, ExpressionType.GreaterThanOrEqual),
        FilterOperator.Ngte => HoldsNot(filter, access, ExpressionType.GreaterThanOrEqual),
        FilterOperator.Lt => Holds(filter, access, ExpressionType.LessThan),
        FilterOperator.Nlt => HoldsNot(filter, access, ExpressionType.LessThan),
        FilterOperator.Lte => Holds(filter, access, ExpressionType.LessThanOrEqual),
        FilterOperator.Nlte => HoldsNot(filter, access, ExpressionType.LessThanOrEqual),
        FilterOperator.Contains => WhenPresent(filter, access, Call(filter, access, Contains)),
        FilterOperator.Ncontains => WhenAbsentOrNot(filter, access, Call(filter, access, Contains)),
        FilterOperator.StartsWith => WhenPresent(filter, access, Call(filter, access, StartsWith)),
        FilterOperator.NstartsWith => WhenAbsentOrNot(filter, access, Call(filter, access, StartsWith)),
        FilterOperator.EndsWith => WhenPresent(filter, access, Call(filter, access, EndsWith)),
        FilterOperator.NendsWith => WhenAbsentOrNot(filter, access, Call(filter, access, EndsWith)),
        _ => throw new ArgumentException($"'{filter.Operator}' is not an operator.", nameof(filter)),
    };

    private static Expression IsEqual(FieldFilter filter, Expression access)
    {
        if (filter.Value is not null)
            return Expression.Equal(access, filter.Field.Parameter(filter.Value));
        return access.Type.IsValueType && Nullable.GetUnderlyingType(access.Type) is null ? Expression.Constant(false) : IsNull(access);
    }

    private static Expression Holds(FieldFilter filter, Expression access, ExpressionType comparison) =>
        WhenPresent(filter, access, Ordered(filter, access, comparison));

    private static Expression HoldsNot(FieldFilter filter, Expression access, ExpressionType comparison) =>
        WhenAbsentOrNot(filter, access, Ordered(filter, access, comparison));

    private static BinaryExpression Ordered(FieldFilter filter, Expression access, ExpressionType comparison)
    {
        var value = filter.Field.Parameter(filter.Value);
        if (access.Type == typeof(string))
            return Expression.MakeBinary(comparison, Expression.Call(Compare, access, value), Expression.Constant(0));
        return Number(access.Type) is { } number
            ? Expression.MakeBinary(comparison, Expression.Convert(access, number), Expression.Convert(value, number))
            : Expression.MakeBinary(comparison, access, value);
    }

    /// <summary>The number type behind an enum, which alone has an order.</summary>
    private static Type? Number(Type type)
    {
        if (type.IsEnum)
            return type.GetEnumUnderlyingType();
        return Nullable.GetUnderlyingType(type) is { IsEnum: true } inner ? typeof(Nullable<>).MakeGenericType(inner.GetEnumUnderlyingType()) : null;
    }

    private static MethodCallExpression Call(FieldFilter filter, Expression access, MethodInfo method) =>
        Expression.Call(access, method, filter.Field.Parameter(filter.Value));

    private static Expression WhenPresent(FieldFilter filter, Expression access, Expression condition) =>
        filter.Field.IsNullable && !access.Type.IsValueType ? Expression.AndAlso(Expression.Not(IsNull(access)), condition) : condition;

    private static Expression WhenAbsentOrNot(FieldFilter filter, Expression access, Expression condition) =>
        filter.Field.IsNullable ? Expression.OrElse(IsNull(access), Expression.Not(condition)) : Expression.Not(condition);

    private static BinaryExpression IsNull(Expression access) => Expression.Equal(access, Expression.Constant(null, access.Type));
}
