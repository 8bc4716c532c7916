using System.Collections;
using GraphQL.Data;
using Npgsql;

namespace GraphQL.Tests.Library;

/// <summary>A read model that writes its own SQL of what is asked. It answers with the works of the list, by the identifiers it read.</summary>
internal sealed class ArchiveSql(string connectionString, IEnumerable<Work> works)
{
    private readonly Dictionary<Guid, Work> _works = works.ToDictionary(work => work.Id);

    public async Task<Connection<Work>> ReadAsync(QueryContext<Work> query, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        var ids = await ReadAsync<Guid>(connection, $"w.\"Id\"", [query.Filter, query.Seek], OrderBy(query.ReadingOrder) + $" limit {query.Limit}");
        Work[] rows = [.. ids.Select(id => _works[id])];
        var total = query.IsTotalCountSelected ? (await ReadAsync<long>(connection, "count(*)", [query.Filter], ""))[0] : (long?)null;
        return query.ToConnection(rows, (int?)total, await AnyAsync(query.Behind(rows)), await AnyAsync(query.Ahead(rows)));

        async Task<bool?> AnyAsync(FilterNode? filter) => filter is null
            ? null
            : (await ReadAsync<int>(connection, "1", [query.Filter, filter], " limit 1")).Count > 0;
    }

    private static async Task<List<T>> ReadAsync<T>(NpgsqlConnection connection, string select, IEnumerable<FilterNode?> filters, string end)
    {
        await using var command = connection.CreateCommand();
        var where = string.Join(" and ", filters.OfType<FilterNode>().Select(filter => Condition(filter, "w", command.Parameters)).Prepend("true"));
        command.CommandText = $"""
            select {select} from "Works" w join "Press" press on press."Id" = w."PressId" left join "Press" reprint on reprint."Id" = w."ReprintId"
            where {where}{end}
            """;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<T>();
        while (await reader.ReadAsync())
            values.Add(reader.GetFieldValue<T>(0));
        return values;
    }

    // PostgreSQL, too, holds null for the greatest value.
    private static string OrderBy(IEnumerable<SortKey> keys) => " order by " + string.Join(", ", keys.Select(key =>
        $"{(key.Path.Count > 1 ? "press" : "w")}.\"{key.Field.Member}\" {(key.Direction == GraphQL.Data.SortDirection.Asc ? "asc" : "desc")}"));

    private static string Condition(FilterNode filter, string table, NpgsqlParameterCollection parameters) => filter switch
    {
        AllFilter all => "(" + string.Join(" and ", all.Filters.Select(item => Condition(item, table, parameters)).Prepend("true")) + ")",
        AnyFilter any => "(" + string.Join(" or ", any.Filters.Select(item => Condition(item, table, parameters)).Prepend("false")) + ")",
        FieldFilter field => Comparison(field, field.Field.Member.Length == 0 ? "item" : $"{table}.\"{field.Field.Member}\"", parameters),
        ObjectFilter { Field.Member: var member } nested =>
            $"(w.\"{member}Id\" is not null and {Condition(nested.Filter, member.ToLowerInvariant(), parameters)})",
        ListFilter { Field.Member: "Tags" } list => Quantified(list, "unnest(w.\"Tags\") item where true", "item", parameters),
        ListFilter list => Quantified(list, "\"Loan\" loan where loan.\"WorkId\" = w.\"Id\"", "loan", parameters),
        _ => throw new NotSupportedException(),
    };

    private static string Quantified(ListFilter filter, string from, string table, NpgsqlParameterCollection parameters)
    {
        var condition = Condition(filter.Filter, table, parameters);
        return filter.Quantifier switch
        {
            ListQuantifier.All => $"not exists (select from {from} and ({condition}) is not true)",
            ListQuantifier.None => $"not exists (select from {from} and {condition})",
            _ => $"exists (select from {from} and {condition})",
        };
    }

    private static string Comparison(FieldFilter filter, string column, NpgsqlParameterCollection parameters)
    {
        if (filter.Value is null)
            return filter.Operator == FilterOperator.Eq ? $"{column} is null" : $"{column} is not null";
        var value = Parameter(filter.Value);
        return filter.Operator switch
        {
            FilterOperator.Eq => $"{column} = {value}",
            FilterOperator.Neq => $"{column} is distinct from {value}",
            FilterOperator.In => $"({column} = any({value}){OrNull("or", "is null")})",
            FilterOperator.Nin => $"(({column} = any({value})) is not true{OrNull("and", "is not null")})",
            FilterOperator.Gt => $"{column} > {value}",
            FilterOperator.Ngt => $"({column} > {value}) is not true",
            FilterOperator.Gte => $"{column} >= {value}",
            FilterOperator.Ngte => $"({column} >= {value}) is not true",
            FilterOperator.Lt => $"{column} < {value}",
            FilterOperator.Nlt => $"({column} < {value}) is not true",
            FilterOperator.Lte => $"{column} <= {value}",
            FilterOperator.Nlte => $"({column} <= {value}) is not true",
            FilterOperator.Contains => $"strpos({column}, {value}) > 0",
            FilterOperator.Ncontains => $"(strpos({column}, {value}) > 0) is not true",
            FilterOperator.StartsWith => $"starts_with({column}, {value})",
            FilterOperator.NstartsWith => $"starts_with({column}, {value}) is not true",
            FilterOperator.EndsWith => $"right({column}, length({value})) = {value}",
            _ => $"(right({column}, length({value})) = {value}) is not true",
        };

        string Parameter(object given)
        {
            if (given is IReadOnlyList<object?> list)
            {
                var type = Nullable.GetUnderlyingType(filter.Field.ValueType) ?? filter.Field.ValueType;
                object?[] present = [.. list.Where(item => item is not null).Select(Plain)];
                var array = Array.CreateInstance(type.IsEnum ? typeof(int) : type, present.Length);
                ((IList)present).CopyTo(array, 0);
                given = array;
            }
            parameters.AddWithValue("p" + parameters.Count, Plain(given)!);
            return "@p" + (parameters.Count - 1);
        }

        string OrNull(string and, string test) => ((IReadOnlyList<object?>)filter.Value).Contains(null) ? $" {and} {column} {test}" : "";
    }

    private static object? Plain(object? value) => value is Enum ? Convert.ToInt32(value, null) : value;
}
