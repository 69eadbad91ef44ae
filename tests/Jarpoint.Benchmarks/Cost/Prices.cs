namespace Jarpoint.Benchmarks.Cost;

/// <summary>List prices of us-east-1 in US dollars, without free tiers and discounts.</summary>
internal static class Prices
{
    /// <summary>A LIST or PUT of S3 Standard. https://aws.amazon.com/s3/pricing/</summary>
    public const double S3Write = 0.005 / 1000;

    /// <summary>A GET or HEAD of S3 Standard.</summary>
    public const double S3Read = 0.0004 / 1000;

    /// <summary>https://aws.amazon.com/lambda/pricing/</summary>
    public const double LambdaRequest = 0.20 / 1e6;

    /// <summary>On arm64.</summary>
    public const double LambdaGigabyteSecond = 0.0000133334;

    /// <summary>A standard queue's request. https://aws.amazon.com/sqs/pricing/</summary>
    public const double SqsRequest = 0.40 / 1e6;

    /// <summary>A GB of logs taken in. https://aws.amazon.com/cloudwatch/pricing/</summary>
    public const double LogGigabyte = 0.50;

    /// <summary>A custom metric, a month.</summary>
    public const double Metric = 0.30;

    /// <summary>An alarm, a month.</summary>
    public const double Alarm = 0.10;

    /// <summary>A dashboard, a month.</summary>
    public const double Dashboard = 3;

    /// <summary>A trace recorded. https://aws.amazon.com/xray/pricing/</summary>
    public const double Trace = 5 / 1e6;
}
