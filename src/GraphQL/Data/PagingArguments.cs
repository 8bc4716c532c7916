using GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Data;

/// <summary>
/// What part of a list a client asked for, checked: exactly one of <see cref="First"/> and <see cref="Last"/> is set, and it is within the
/// field's page size.
/// </summary>
/// <param name="First">How many items from the start, or null when the client pages backwards.</param>
/// <param name="After">The cursor after which to start.</param>
/// <param name="Last">How many items from the end, or null when the client pages forwards.</param>
/// <param name="Before">The cursor before which to end.</param>
public sealed record PagingArguments(int? First, string? After, int? Last, string? Before)
{
    /// <summary>Whether the client asks how many items there are in all pages; otherwise they need not be counted.</summary>
    public bool IsTotalCountSelected { get; init; }

    /// <summary>Whether the client reads from the end towards the start.</summary>
    public bool IsBackward => Last is not null;

    /// <summary>How many items the page holds at most.</summary>
    public int Size => First ?? Last ?? 0;

    /// <summary>The cursor to continue from in the direction of reading, or null at the beginning.</summary>
    public string? Cursor => IsBackward ? Before : After;

    /// <summary>Reads and checks what a client sent for a field.</summary>
    /// <param name="context">The field.</param>
    /// <param name="defaultPageSize">The field's own default size, or null for that of <see cref="GraphQLOptions.Paging"/>.</param>
    /// <param name="maxPageSize">The field's own greatest size, or null for that of <see cref="GraphQLOptions.Paging"/>.</param>
    /// <returns>The checked arguments.</returns>
    /// <exception cref="GraphQLException">The client asked for both directions, less than nothing or too much.</exception>
    public static PagingArguments Create(IResolverContext context, int? defaultPageSize, int? maxPageSize)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = context.Services.GetService<GraphQLOptions>()?.Paging ?? PagingOptions.Default;
        var paging = Create(
            context.Argument<int?>("first"),
            context.Argument<string?>("after"),
            context.Argument<int?>("last"),
            context.Argument<string?>("before"),
            defaultPageSize ?? options.DefaultPageSize,
            maxPageSize ?? options.MaxPageSize);
        return paging with { IsTotalCountSelected = context.IsSelected("totalCount") };
    }

    /// <summary>Checks what a client sent against a field's page sizes.</summary>
    /// <param name="first">The argument first.</param>
    /// <param name="after">The argument after.</param>
    /// <param name="last">The argument last.</param>
    /// <param name="before">The argument before.</param>
    /// <param name="defaultPageSize">The size taken when the client gives neither first nor last.</param>
    /// <param name="maxPageSize">The most a client may ask for.</param>
    /// <returns>The checked arguments.</returns>
    /// <exception cref="GraphQLException">The client asked for both directions, less than nothing or too much.</exception>
    public static PagingArguments Create(int? first, string? after, int? last, string? before, int defaultPageSize, int maxPageSize)
    {
        if (first is not null && last is not null)
            throw new GraphQLException("Give either first or last, not both.", ErrorCodes.PagingBothDirections);
        var size = first ?? last ?? Math.Min(defaultPageSize, maxPageSize);
        if (size < 0)
            throw new GraphQLException($"A page cannot hold {size} items; ask for 0 or more.", ErrorCodes.PagingOutOfRange);
        if (size > maxPageSize)
        {
            throw new GraphQLException(
                $"A page holds at most {maxPageSize} items here; {size} were asked for. Ask for fewer and continue with a cursor.",
                ErrorCodes.PagingOutOfRange);
        }
        return last is null ? new PagingArguments(size, after, null, before) : new PagingArguments(null, after, size, before);
    }
}
