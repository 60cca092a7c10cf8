//! payment-codes.
