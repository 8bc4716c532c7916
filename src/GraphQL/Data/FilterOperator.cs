namespace GraphQL.Data;

/// <summary>
/// How a property is compared. The negated forms hold for exactly the rows that the plain form does not hold for, those with null included;
/// no plain form but <see cref="Eq"/> and <see cref="In"/> holds for null.
/// </summary>
public enum FilterOperator
{
    /// <summary>Equal to the value; with null: has no value.</summary>
    Eq,

    /// <summary>Not equal to the value; with null: has a value.</summary>
    Neq,

    /// <summary>Equal to one of a list of values, an <see cref="IReadOnlyList{T}"/> of objects; an empty list holds for nothing.</summary>
    In,

    /// <summary>Equal to none of a list of values.</summary>
    Nin,

    /// <summary>Greater than the value.</summary>
    Gt,

    /// <summary>Not greater than the value.</summary>
    Ngt,

    /// <summary>Greater than the value or equal to it.</summary>
    Gte,

    /// <summary>Neither greater than the value nor equal to it.</summary>
    Ngte,

    /// <summary>Less than the value.</summary>
    Lt,

    /// <summary>Not less than the value.</summary>
    Nlt,

    /// <summary>Less than the value or equal to it.</summary>
    Lte,

    /// <summary>Neither less than the value nor equal to it.</summary>
    Nlte,

    /// <summary>A text that has the value in it. Upper and lower case are as different as the data source says.</summary>
    Contains,

    /// <summary>A text that does not have the value in it.</summary>
    Ncontains,

    /// <summary>A text that begins with the value.</summary>
    StartsWith,

    /// <summary>A text that does not begin with the value.</summary>
    NstartsWith,

    /// <summary>A text that ends with the value.</summary>
    EndsWith,

    /// <summary>A text that does not end with the value.</summary>
    NendsWith,
}
