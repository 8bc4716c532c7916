using System.IO.Pipelines;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GraphQL.Server;

/// <summary>
/// Writes the results of one operation as they come: as server-sent events (distinct connections mode), as the parts of a multipart body,
/// or as lines of JSON. When the server stops, the body is ended in order.
/// </summary>
internal static class ResultStream
{
    public static async Task WriteAsync(
        HttpContext context, ResponseFormat format, IAsyncEnumerable<ExecutionResult> results, TimeSpan keepAlive, CancellationToken cancellation)
    {
        context.Response.ContentType = ResponseFormats.ContentTypeOf(format);
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Vary = "Accept";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var output = context.Response.BodyWriter;
        await context.Response.StartAsync(cancellation).ConfigureAwait(false);
        if (format == ResponseFormat.MultipartMixed)
            Write(output, "\r\n---"u8);
        await output.FlushAsync(cancellation).ConfigureAwait(false);
        var isEnded = false;
        try
        {
            var told = format == ResponseFormat.EventStream ? results.OrQuiet(keepAlive, cancellation) : results;
            await foreach (var result in told.ConfigureAwait(false))
            {
                if (result is null)
                {
                    // A comment, so that nothing between here and the client takes the connection for a dead one.
                    Write(output, ":\n\n"u8);
                    await output.FlushAsync(cancellation).ConfigureAwait(false);
                    continue;
                }
                Write(output, Before(format));
                result.Write(output);
                isEnded = result.HasNext is false;
                Write(output, After(format, isEnded));
                await output.FlushAsync(cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            // The server is stopping: the body is ended, and the client may ask again elsewhere.
        }
        Write(output, End(format, isEnded));
        await output.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private static ReadOnlySpan<byte> Before(ResponseFormat format) => format switch
    {
        ResponseFormat.EventStream => "event: next\ndata: "u8,
        ResponseFormat.MultipartMixed => "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8,
        _ => default,
    };

    // A client reads a part when it has seen the boundary after it, so the boundary does not wait for the next part.
    private static ReadOnlySpan<byte> After(ResponseFormat format, bool isLast) => format switch
    {
        ResponseFormat.EventStream => "\n\n"u8,
        ResponseFormat.MultipartMixed => isLast ? "\r\n-----\r\n"u8 : "\r\n---"u8,
        _ => "\n"u8,
    };

    private static ReadOnlySpan<byte> End(ResponseFormat format, bool isEnded) => format switch
    {
        ResponseFormat.EventStream => "event: complete\ndata: \n\n"u8,
        ResponseFormat.MultipartMixed when !isEnded => "--\r\n"u8,
        _ => default,
    };

    private static void Write(PipeWriter output, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return;
        text.CopyTo(output.GetSpan(text.Length));
        output.Advance(text.Length);
    }
}
