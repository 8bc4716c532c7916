namespace GraphQL.Server;

/// <summary>A request is not GraphQL over HTTP; it is answered with a status and an error.</summary>
internal sealed class BadRequestException(int status, string message, string code) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}
